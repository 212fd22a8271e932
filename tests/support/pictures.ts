/** Small pictures of kinds that no library here writes: gradients from red (top) to blue, made for these tests. */

/** 64 × 48 pixels, one coded picture of 64 × 64 in a grid. */
export const heic = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAAQAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAAALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprmwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAEhtZGF0AAAAPCgBrxOA9WciYbd0/LwROw/gaKCDI5FrmiAooVo6pYHddnveVzzIS6m2RFqTCPdH3kxKUZfzH7MaHPOF4A==",
  "base64",
);

/** The same with a property that turns it by 90° against the clock (`irot`, ISO/IEC 23008-12, 6.5.10). */
export const heicTurned = withTurn(heic, 1);

/** 24 × 16 pixels. */
export const jp2 = Buffer.from(
  "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABgAAw8HAAAAAAAPY29scgEAAAAAABAAAAEpanAyY/9P/1EALwAAAAAAGAAAABAAAAAAAAAAAAAAABgAAAAQAAAAAAAAAAAAAw8BAQ8BAQ8BAf9SAAwAAAABAQQEBAAB/1wAEECAiIiQiIiQiIiQiIiQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAApQAB/5PP/DAMCT9Pz/wwEAJn5Qff+JAgAktFT4Cn/iQIAmflB6f+JAgJH4cHgKP/BgOACzt4OUwFSKP/BgOADBbAHKYCjICh/0GDQAOCX3Y+64MB62cCxAuh/0GDQADSV3Y+64MB62cCxAuAoP9gAmBSKkwLp80AMpnnqxb/TgSEyv9/oP9gAmBS5q6F0+aAGUzz1Yt/zgSEyv9//9k=",
  "base64",
);

function withTurn(bytes: Buffer, quarters: number): Buffer {
  const property = Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from("irot"), Buffer.from([quarters])]);
  const associations = bytes.indexOf("ipma") - 4;
  const end = associations + bytes.readUInt32BE(associations);
  const grown = Buffer.concat([
    bytes.subarray(0, associations),
    property,
    bytes.subarray(associations, end),
    // The fifth property, which must be obeyed.
    Buffer.from([0x85]),
    bytes.subarray(end),
  ]);
  const add = (at: number, more: number): void => void grown.writeUInt32BE(grown.readUInt32BE(at) + more, at);
  const sizeAt = (name: string): number => grown.indexOf(name) - 4;
  add(sizeAt("meta"), 10);
  add(sizeAt("iprp"), 10);
  add(sizeAt("ipco"), 9);
  add(sizeAt("ipma"), 1);
  // One more property of the second item, which is the main picture.
  const count = associations + 9 + bytes.readUInt32BE(associations) - 3;
  grown[count] = 3;
  // The coded picture lies behind all this.
  const offset = grown.indexOf(Buffer.from([0, 0, 1, 0xce]));
  add(offset, 10);
  return grown;
}
