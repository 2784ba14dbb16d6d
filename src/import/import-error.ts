/** Why one address could not be taken in. The others go on. */
export class ImportError extends Error {
  override name = "ImportError";
  /** What is wrong, with the bad value. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
  /** File, and line where there is one, e.g. `corpus.jsonl:12`; empty until a reader adds it. */
  readonly place: string;

  constructor(problem: string, fix: string, place = "") {
    super(`${place === "" ? "" : `${place}: `}${problem} ${fix}`);
    this.problem = problem;
    this.fix = fix;
    this.place = place;
  }

  /** The same error with its place, unless it has one already. */
  at(place: string): ImportError {
    return this.place === "" ? new ImportError(this.problem, this.fix, place) : this;
  }
}
