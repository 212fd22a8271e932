/** A manifest as a pack has it, to be spoiled. */
export const printedManifest = `{
  "schema": "evipack/manifest@1",
  "asOf": "2018-05-19",
  "draft": false,
  "tool": { "name": "evipack", "version": "0.1.0" },
  "map": { "id": "sample", "status": "sample", "sha256": "${"0".repeat(64)}" },
  "exitCode": 0,
  "pagePictures": 1,
  "outputs": [],
  "evidence": []
}
`;
