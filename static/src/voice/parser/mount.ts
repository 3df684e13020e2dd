/** Puts the parser's files where MicroPython imports from. */

interface FileSystem {
  mkdir(path: string): void;
  writeFile(path: string, text: string): void;
  analyzePath(path: string): { readonly exists: boolean };
}

/** Write {path: text} below /lib, making the folders on the way. */
export function mount(files: FileSystem, sources: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(sources)) {
    const whole = `/lib/${path}`;
    makeFolders(files, whole);
    files.writeFile(whole, text);
  }
}

function makeFolders(files: FileSystem, path: string): void {
  const parts = path.split("/").slice(1, -1);
  parts.forEach((_, at) => {
    const folder = `/${parts.slice(0, at + 1).join("/")}`;
    if (!files.analyzePath(folder).exists) files.mkdir(folder);
  });
}
