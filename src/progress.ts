/** How far a long piece of work has come: a bar on a terminal, plain lines anywhere else. */
import cliProgress from "cli-progress";

export type Progress = {
  /**
   * @param value of the total that `openProgress` was given
   * @param paragraphs done so far
   */
  update(value: number, paragraphs: number): void;
  /** Says what is waited for, until the next `update`; to be called now and then. */
  waiting(text: string): void;
  /** Writes a line without breaking the bar. */
  line(text: string): void;
  close(): void;
};

/** A plain line is written each time so much more of the whole is done. */
const PLAIN_STEP = 0.1;
/** Milliseconds between two plain lines about the same waiting. */
const PLAIN_WAIT = 5_000;

const BAR = "{bar} {percentage} % · ";
const MOVING = `${BAR}{paragraphs} paragraphs · {rate}/s · {eta_formatted} left`;
const WAITING = `${BAR}{waiting}`;

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
      const format = payload.waiting === null ? MOVING : WAITING;
      return cliProgress.Format.Formatter({ ...options, format }, params, payload);
    },
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
  });
  const bar = bars.create(total, 0, { paragraphs: 0, rate: 0, waiting: null });
  return {
    update: (value, paragraphs) =>
      bar.update(value, { paragraphs, rate: rate(paragraphs), waiting: null }),
    waiting: (text) => bar.update({ waiting: text }),
    line: (text) => bars.log(`${text}\n`),
    close: () => bars.stop(),
  };
}

function openLines(total: number, stream: NodeJS.WriteStream, rate: Rate): Progress {
  let next = PLAIN_STEP;
  let saidAt = performance.now();
  return {
    update(value, paragraphs) {
      saidAt = performance.now();
      const share = total === 0 ? 1 : value / total;
      if (share < next) return;
      next = (Math.floor(share / PLAIN_STEP) + 1) * PLAIN_STEP;
      const percentage = Math.round(share * 100);
      stream.write(`${percentage} %: ${paragraphs} paragraphs, ${rate(paragraphs)}/s\n`);
    },
    waiting(text) {
      if (performance.now() - saidAt < PLAIN_WAIT) return;
      saidAt = performance.now();
      stream.write(`${text}\n`);
    },
    line: (text) => stream.write(`${text}\n`),
    close: () => {},
  };
}
