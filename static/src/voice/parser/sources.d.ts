/** What tools/vite_parser.ts provides: the parser's files, path below the repository → text. */
declare module "virtual:parser-sources" {
  const sources: Readonly<Record<string, string>>;
  export default sources;
}
