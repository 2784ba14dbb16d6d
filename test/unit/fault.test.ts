import { expect, test } from "vitest";
import { describeFault, faultDetails } from "../../src/search/fault.ts";

test("a fault of the server is told in one line, with what lay behind it", () => {
  const refused = new Error("connect ECONNREFUSED 127.0.0.1:7700");
  expect(describeFault(refused)).toBe(refused.message);
  expect(describeFault(new Error("no answer", { cause: refused }))).toBe(
    "no answer: connect ECONNREFUSED 127.0.0.1:7700",
  );
  expect(describeFault(new AggregateError([new Error("::1"), refused]))).toBe(
    "::1, connect ECONNREFUSED 127.0.0.1:7700",
  );
  const request = new Error("Request to http://a:7700/documents?ids=1%2C2 has failed", {
    cause: refused,
  });
  expect(describeFault(request)).toBe(
    "Request to http://a:7700/documents has failed: connect ECONNREFUSED 127.0.0.1:7700",
  );
  expect(describeFault(new AggregateError([]))).toBe("AggregateError");
});

test("the log is given a stack only where a program is mistaken", () => {
  expect(faultDetails(new Error("HTTP 500"))).toEqual({ reason: "HTTP 500" });
  const mistake = new TypeError("x is not a function");
  expect(faultDetails(mistake)).toEqual({ reason: mistake.message, err: mistake });
});
