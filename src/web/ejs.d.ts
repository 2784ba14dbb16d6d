/** The one function of EJS that is used here; the package carries no types. */
declare module "ejs" {
  const ejs: {
    compile(template: string, options: Record<string, unknown>): (locals: object) => string;
  };
  export default ejs;
}
