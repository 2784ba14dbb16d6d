/** Programs that get a signal at a moment that does not hang on how fast they are, or whoever watches them. */

export type Moment = {
  /** Part of what the program writes at that moment, just before it is written. */
  says: string;
  /** Where it says so. */
  on?: "stdout" | "stderr";
  /** Which time it says so, from 1. */
  time?: number;
  /** What it must have said on its standard output before. */
  after?: string;
};

/** @returns options of Node that have the program send itself the signal at that moment, once */
export function signalledAt(
  signal: NodeJS.Signals,
  { says, on = "stdout", time = 1, after = "" }: Moment,
): string[] {
  const script = `
    const moment = ${JSON.stringify({ says, on, time, after })};
    let ready = moment.after === "";
    let times = 0;
    for (const name of ["stdout", "stderr"]) {
      const write = process[name].write.bind(process[name]);
      process[name].write = (chunk, ...rest) => {
        const text = String(chunk);
        if (ready && name === moment.on && text.includes(moment.says) && ++times === moment.time) {
          process.kill(process.pid, ${JSON.stringify(signal)});
        }
        if (name === "stdout") ready ||= text.includes(moment.after);
        return write(chunk, ...rest);
      };
    }`;
  return ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
}
