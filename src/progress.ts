/** How far a long piece of work has come: a bar on a terminal, plain lines anywhere else. */
import cliProgress from "cli-progress";

export type Progress = {
  /**
   * @param value of the total that `openProgress` was given
   * @param paragraphs done so far
   */
  update(value: number, paragraphs: number): void;
  /** As `update`, with words of the caller's own; to be called all the time. */
  show(value: number, text: string): void;
  /** Writes a line without breaking the bar. */
  line(text: string): void;
  close(): void;
};

/** A plain line is written each time so much more of the whole is done. */
const PLAIN_STEP = 0.1;
/** Milliseconds after which a plain line is due, whatever was done: whoever follows a log sees within that time that work goes on. */
export const PLAIN_WAIT = 10_000;

const BAR = "{bar} {percentage} % · ";
const MOVING = `${BAR}{paragraphs} paragraphs · {rate}/s · {eta_formatted} left`;
const SHOWN = `${BAR}{text}`;

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
    format: (options, params, payload) => {
      const format = payload.text === null ? MOVING : SHOWN;
      return cliProgress.Format.Formatter({ ...options, format }, params, payload);
    },
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
  });
  const bar = bars.create(total, 0, { paragraphs: 0, rate: 0, text: null });
  return {
    update: (value, paragraphs) =>
      bar.update(value, { paragraphs, rate: rate(paragraphs), text: null }),
    show: (value, text) => bar.update(value, { text }),
    line: (text) => bars.log(`${text}\n`),
    close: () => bars.stop(),
  };
}

function openLines(total: number, stream: NodeJS.WriteStream, rate: Rate): Progress {
  let next = PLAIN_STEP;
  let shownAt = Number.NEGATIVE_INFINITY;
  const shareOf = (value: number) => (total === 0 ? 1 : Math.min(1, value / total));
  const write = (share: number, text: string) => {
    next = (Math.floor(share / PLAIN_STEP) + 1) * PLAIN_STEP;
    // All of it is said to be done only once it is.
    stream.write(`${Math.floor(share * 100)} %: ${text}\n`);
  };
  return {
    update(value, paragraphs) {
      const share = shareOf(value);
      if (share >= next) write(share, `${paragraphs} paragraphs, ${rate(paragraphs)}/s`);
    },
    show(value, text) {
      const share = shareOf(value);
      if (share < next && performance.now() - shownAt < PLAIN_WAIT) return;
      shownAt = performance.now();
      write(share, text);
    },
    line: (text) => stream.write(`${text}\n`),
    close: () => {},
  };
}
