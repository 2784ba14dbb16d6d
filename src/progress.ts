/** How far a long piece of work has come: a bar on a terminal, plain lines anywhere else. */
import cliProgress from "cli-progress";

export type Progress = {
  /**
   * @param value of the total that `openProgress` was given
   * @param paragraphs done so far
   */
  update(value: number, paragraphs: number): void;
  /** Writes a line without breaking the bar. */
  line(text: string): void;
  close(): void;
};

/** A plain line is written each time so much more of the whole is done. */
const PLAIN_STEP = 0.1;

/**
 * @param total what `update` counts towards, e.g. bytes or addresses
 * @param stream where to show it, usually stderr
 */
export function openProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now();
  const rate = (paragraphs: number) =>
    Math.round(paragraphs / Math.max(0.001, (performance.now() - start) / 1000));
  return stream.isTTY ? openBar(total, stream, rate) : openLines(total, stream, rate);
}

type Rate = (paragraphs: number) => number;

function openBar(total: number, stream: NodeJS.WriteStream, rate: Rate): Progress {
  const bars = new cliProgress.MultiBar({
    stream,
    format: "{bar} {percentage} % · {paragraphs} paragraphs · {rate}/s · {eta_formatted} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
  });
  const bar = bars.create(total, 0, { paragraphs: 0, rate: 0 });
  return {
    update: (value, paragraphs) => bar.update(value, { paragraphs, rate: rate(paragraphs) }),
    line: (text) => bars.log(`${text}\n`),
    close: () => bars.stop(),
  };
}

function openLines(total: number, stream: NodeJS.WriteStream, rate: Rate): Progress {
  let next = PLAIN_STEP;
  return {
    update(value, paragraphs) {
      const share = total === 0 ? 1 : value / total;
      if (share < next) return;
      next = (Math.floor(share / PLAIN_STEP) + 1) * PLAIN_STEP;
      const percentage = Math.round(share * 100);
      stream.write(`${percentage} %: ${paragraphs} paragraphs, ${rate(paragraphs)}/s\n`);
    },
    line: (text) => stream.write(`${text}\n`),
    close: () => {},
  };
}
