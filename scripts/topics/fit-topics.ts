/** Fits the multinomial logistic regression of src/text/topics/topic-model.ts by gradient descent. */
import { MOST_EVIDENCE, softmax } from "../../src/text/topics/topic-model.ts";
import type { Example } from "./coded-examples.ts";

/** Chosen by judging each address without itself; half or twice a pull or the passes changes F1 by 0.01 at most. */
const FIT = {
  /** Passes over all examples; twice as many fit them better and other addresses no better. */
  epochs: 50,
  rate: 0.08,
  /** Pull of each parameter towards where it starts: what is seldom seen stays as the taxonomy has it. */
  pull: { bias: 0.3, slope: 5, adds: 1.5 },
  start: { bias: -2, slope: 2 },
  /** A phrase seen in fewer examples teaches nothing. */
  fewestExamples: 2,
} as const;

export type Fitted = {
  /** By place of the major topic. */
  bias: number[];
  slope: number[];
  none: { bias: number; perDoubling: number };
  /** By number of a phrase: what it adds to each major topic, and last to none. */
  adds: Map<number, number[]>;
};

/** Where each parameter stands in the one vector that is descended. */
type Layout = { topics: number; none: number; adds: Map<number, number>; size: number };

/** @param topics how many major topics there are */
export function fitTopics(examples: Example[], topics: number): Fitted {
  const layout = layOut(examples, topics);
  const { starts, pulls } = startingPoint(layout);
  const values = Float64Array.from(starts);
  // RMSProp (Hinton, 2012).
  const squares = new Float64Array(layout.size);
  for (let epoch = 0; epoch < FIT.epochs; epoch++) {
    const gradient = new Float64Array(layout.size);
    for (const example of examples) addGradient(example, layout, values, gradient);
    for (let i = 0; i < layout.size; i++) {
      const slope = at(gradient, i) + at(pulls, i) * (at(values, i) - at(starts, i));
      squares[i] = 0.9 * at(squares, i) + 0.1 * slope * slope;
      values[i] = at(values, i) - (FIT.rate * slope) / Math.sqrt(at(squares, i) + 1);
    }
  }
  return read(values, layout);
}

function layOut(examples: Example[], topics: number): Layout {
  const counts = new Map<number, number>();
  for (const { phrases } of examples) {
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const none = 2 * topics;
  const adds = new Map<number, number>();
  for (const [phrase, count] of counts) {
    if (count >= FIT.fewestExamples) adds.set(phrase, none + 2 + adds.size * (topics + 1));
  }
  return { topics, none, adds, size: none + 2 + adds.size * (topics + 1) };
}

function startingPoint({ topics, none, size }: Layout) {
  const starts = new Float64Array(size);
  const pulls = new Float64Array(size).fill(FIT.pull.adds);
  starts.fill(FIT.start.bias, 0, topics).fill(FIT.start.slope, topics, none);
  pulls.fill(FIT.pull.bias, 0, topics).fill(FIT.pull.slope, topics, none);
  pulls.fill(FIT.pull.bias, none, none + 2);
  return { starts, pulls };
}

function addGradient(
  { evidence, phrases, length, target, weight }: Example,
  { topics, none, adds }: Layout,
  values: Float64Array,
  gradient: Float64Array,
): void {
  const logOdds = Array.from({ length: topics }, (_, place) => at(values, place));
  logOdds.push(at(values, none) + at(values, none + 1) * length);
  for (const { place, weight: seen } of evidence) {
    raise(logOdds, place, at(values, topics + place) * Math.min(seen, MOST_EVIDENCE));
  }
  const offsets = phrases.flatMap((phrase) => adds.get(phrase) ?? []);
  for (const offset of offsets) {
    for (let place = 0; place <= topics; place++) raise(logOdds, place, at(values, offset + place));
  }
  const errors = softmax(logOdds).map((share, place) => (share - at(target, place)) * weight);
  for (let place = 0; place < topics; place++) raise(gradient, place, at(errors, place));
  raise(gradient, none, at(errors, topics));
  raise(gradient, none + 1, at(errors, topics) * length);
  for (const { place, weight: seen } of evidence) {
    raise(gradient, topics + place, at(errors, place) * Math.min(seen, MOST_EVIDENCE));
  }
  for (const offset of offsets) {
    for (let place = 0; place <= topics; place++)
      raise(gradient, offset + place, at(errors, place));
  }
}

function read(values: Float64Array, { topics, none, adds }: Layout): Fitted {
  const part = (from: number, count: number) => [...values.subarray(from, from + count)];
  return {
    bias: part(0, topics),
    slope: part(topics, topics),
    none: { bias: at(values, none), perDoubling: at(values, none + 1) },
    adds: new Map([...adds].map(([phrase, offset]) => [phrase, part(offset, topics + 1)])),
  };
}

type Numbers = Float64Array | number[];
const at = (numbers: Numbers, index: number): number => numbers[index] ?? 0;
const raise = (numbers: Numbers, index: number, by: number): void => {
  numbers[index] = at(numbers, index) + by;
};
