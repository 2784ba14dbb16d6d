/** An external index in memory: does at once what it is told, unless it is held up or told to fail. */
import type {
  AddressDocuments,
  ExternalIndex,
  IndexMark,
  Place,
} from "../../src/search/external/external-index.ts";

type Stored = { mark: IndexMark; documents: Map<string, { address: number; batch: number }> };

export type MemoryIndex = ExternalIndex & {
  /** Fails every call while it is set. */
  failure: Error | null;
  /** What is on it, by place; null where there is none. */
  stored: Record<Place, Stored | null>;
  /** Holds up the next call of this method. @returns resolves once it has come, with what lets it go on */
  holdUp(method: keyof ExternalIndex): Promise<() => void>;
};

export function createMemoryIndex(): MemoryIndex {
  const gates = new Map<string, { come(go: () => void): void }>();
  const stored: MemoryIndex["stored"] = { live: null, build: null };
  const placeOf = (place: Place, mark: IndexMark) => {
    stored[place] ??= { mark, documents: new Map() };
    return stored[place];
  };
  const methods: Omit<ExternalIndex, "target"> = {
    health: async () => ({
      mark: stored.live?.mark ?? null,
      documents: stored.live?.documents.size ?? 0,
      settings: stored.live ? "current" : "rebuild",
    }),
    applySettings: async () => {},
    buildMark: async () => stored.build?.mark ?? null,
    async openBuild(mark) {
      stored.build = { mark, documents: new Map() };
      return 0;
    },
    async put(place, addresses: readonly AddressDocuments[], mark) {
      const to = placeOf(place, mark);
      to.mark = mark;
      for (const { address, paragraphs } of addresses) {
        for (const { key } of paragraphs) {
          to.documents.set(key, { address: address.id, batch: mark.batch });
        }
      }
      return 0;
    },
    async removeOlder(place, addressIds, batch) {
      const documents = stored[place]?.documents ?? new Map();
      for (const [key, document] of documents) {
        const isOlder = addressIds.includes(document.address) && document.batch < batch;
        if (isOlder) documents.delete(key);
      }
      return 0;
    },
    outcome: async () => ({ state: "done" }),
    async swap() {
      [stored.live, stored.build] = [stored.build, stored.live];
    },
    async sweep() {
      stored.build = null;
    },
    differing: async () => [],
  };
  const index = { target: "memory/index", failure: null, stored, ...methods } as MemoryIndex;
  for (const [name, method] of Object.entries(methods)) {
    const called = async (...given: never[]) => {
      const gate = gates.get(name);
      gates.delete(name);
      if (gate) await new Promise<void>((go) => gate.come(go));
      if (index.failure) throw index.failure;
      return (method as (...args: never[]) => unknown)(...given);
    };
    Object.assign(index, { [name]: called });
  }
  index.holdUp = (method) => new Promise((come) => gates.set(method, { come }));
  return index;
}
