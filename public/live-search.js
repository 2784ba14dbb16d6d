/**
 * Says aloud what was found, once the typing rests, and shows nothing of it. htmx does the rest:
 * it fetches the page of results, takes its `<main>`, and keeps the URL right.
 */
const SETTLED_AFTER_MS = 700;

const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

let waiting = 0;
document.addEventListener("htmx:after:swap", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    status.textContent = document.querySelector("#main h1")?.textContent ?? "";
  }, SETTLED_AFTER_MS);
});
