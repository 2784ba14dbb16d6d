/** Terms and signs in the order they stand → the tree of a query, mended where they do not fit. */
import type { Notices } from "./notices.ts";
import type { QueryNode } from "./syntax.ts";

/** One open bracket: what stands in it so far, and the signs that wait for the next term. */
type Frame = { items: QueryNode[]; or: boolean; not: boolean };

export function createTreeBuilder(limits: { terms: number; depth: number }, notices: Notices) {
  const frames: Frame[] = [newFrame()];
  let terms = 0;
  let leftOut = 0;
  let skippedBrackets = 0;
  const top = () => frames.at(-1) as Frame;

  function place(node: QueryNode) {
    const frame = top();
    const signed = frame.not ? negate(node) : node;
    const before = frame.or ? frame.items.pop() : undefined;
    frame.items.push(before ? join("or", [before, signed]) : signed);
    frame.or = frame.not = false;
  }

  /** The term that signs were meant for is gone; one past the limit takes its OR along. */
  function forgetSigns(withOr: boolean) {
    top().not = false;
    if (withOr) top().or = false;
  }

  function closeFrame(): QueryNode | null {
    const { items, or, not } = frames.pop() as Frame;
    if (or) notices.add("dangling-or");
    if (not) notices.add("dangling-not");
    return items.length > 0 ? join("and", items) : null;
  }

  return {
    isFull: () => terms >= limits.terms,

    /** A term: nodes of which any may match, none where nothing was left of it. */
    add(nodes: readonly QueryNode[]) {
      const kept = nodes.slice(0, limits.terms - terms);
      leftOut += nodes.length - kept.length;
      terms += kept.length;
      if (kept.length > 0) place(join("or", kept));
      else forgetSigns(nodes.length > 0);
    },

    operator(type: "or" | "and" | "not") {
      const frame = top();
      if (type === "and") notices.add("needless-and");
      else if (type === "not") frame.not = true;
      else if (frame.or || frame.not || frame.items.length === 0) notices.add("dangling-or");
      else frame.or = true;
    },

    open() {
      if (frames.length <= limits.depth) frames.push(newFrame());
      else {
        skippedBrackets++;
        notices.add("too-deep");
      }
    },

    close() {
      if (skippedBrackets > 0) skippedBrackets--;
      else if (frames.length === 1) notices.add("stray-bracket");
      else {
        const group = closeFrame();
        if (group) place(group);
        else {
          forgetSigns(false);
          notices.add("empty-group");
        }
      }
    },

    /** @returns null when nothing is left to search for */
    finish(): QueryNode | null {
      if (frames.length > 1) notices.add("unclosed-group");
      while (frames.length > 1) {
        const group = closeFrame();
        if (group) place(group);
      }
      if (leftOut > 0) notices.add("too-many-terms", String(leftOut));
      return closeFrame();
    },
  };
}

function newFrame(): Frame {
  return { items: [], or: false, not: false };
}

/** Joins nodes; a join of joins is one join, a join of one is that one. */
function join(type: "and" | "or", nodes: readonly QueryNode[]): QueryNode {
  const children = nodes.flatMap((node) => (node.type === type ? node.children : [node]));
  return children.length === 1 ? (children[0] as QueryNode) : { type, children };
}

function negate(node: QueryNode): QueryNode {
  return node.type === "not" ? node.child : { type: "not", child: node };
}
