/** Names of files that systems and programs leave in folders, and that nobody hands in. */

/** Of a system: .DS_Store, Thumbs.db, desktop.ini … `name` is that of the file alone. */
export const isSystemName = (name: string): boolean =>
  /^(?:\.DS_Store|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/iu.test(name);

/** Of an Office program that has a file open, or broke down over it: ~$纪要.docx, ~WRL0001.tmp. */
export const isLockName = (name: string): boolean => name.startsWith("~$") || /^~.*\.tmp$/iu.test(name);

/** Whether a file, or a folder above it, begins with a dot: ._照片.jpg, .git/config. */
export const isHidden = (path: string): boolean => path.split("/").some((part) => part.startsWith("."));

/** Whether the file at `path` is any of these. */
export function isLeftBehind(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return isHidden(path) || isSystemName(name) || isLockName(name);
}

/**
 * Those that go with an earlier pack unasked. Fewer than above, and they stay as few: what is not among them keeps the
 * pack, and a folder of one's own may well hold a desktop.ini.
 */
export function mayGoWithPack(path: string): boolean {
  const parts = path.split("/");
  return (
    parts.some((part) => part.startsWith(".") || part.startsWith("~$")) || /^thumbs\.db$/iu.test(parts.at(-1) ?? "")
  );
}
