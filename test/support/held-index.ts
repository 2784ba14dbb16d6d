/** An index whose loop can be held up, so that what somebody breaks is seen before it is mended. */
import type { ExternalIndex } from "../../src/search/external/external-index.ts";

export function createHeldIndex() {
  let held = Promise.resolve();
  return {
    /** For `wrap` of an indexed archive. */
    wrap: (index: ExternalIndex): ExternalIndex =>
      new Proxy(index, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return async (...given: unknown[]) => {
            await held;
            return value.apply(target, given);
          };
        },
      }),
    /** Lets no request of the loop begin until `look` is over. */
    async during(look: () => Promise<void>): Promise<void> {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      await look().finally(release);
    },
  };
}
