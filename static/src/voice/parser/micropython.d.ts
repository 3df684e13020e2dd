/** The part of the MicroPython package that the parser's worker uses; the package ships no types. */
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export interface MicroPython {
    readonly FS: {
      mkdir(path: string): void;
      writeFile(path: string, text: string): void;
      analyzePath(path: string): { readonly exists: boolean };
    };
    pyimport(name: string): { read_json(text: string): string };
  }
  export function loadMicroPython(options: {
    readonly url: string;
    readonly heapsize: number;
    readonly stdout?: (line: string) => void;
    readonly stderr?: (line: string) => void;
  }): Promise<MicroPython>;
}
