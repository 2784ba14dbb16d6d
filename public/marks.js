/** Steps through the marked words of an address: buttons, and the keys n and p. */
const bar = document.querySelector("[data-marks]");
const marks = [...document.querySelectorAll(".text mark")];
let at = -1;

if (bar && marks.length > 0) {
  const place = document.createElement("p");
  place.className = "marks-place";
  place.setAttribute("role", "status");
  const buttons = document.createElement("p");
  buttons.className = "marks-steps";
  buttons.append(
    step("‹ previous", "Previous mark", "p", -1),
    place,
    step("next ›", "Next mark", "n", 1),
  );
  bar.prepend(buttons);
  bar.classList.add("stepping");
  say();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
  });
}

function step(text, label, key, direction) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-keyshortcuts", key);
  button.title = `${label} (${key})`;
  button.addEventListener("click", () => go(direction));
  return button;
}

function go(direction) {
  marks[at]?.classList.remove("current");
  at = at < 0 && direction < 0 ? marks.length - 1 : (at + direction + marks.length) % marks.length;
  const mark = marks[at];
  mark.classList.add("current");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  say();
}

function say() {
  const place = bar.querySelector(".marks-place");
  place.textContent =
    at < 0
      ? `${marks.length} ${marks.length === 1 ? "mark" : "marks"}`
      : `${at + 1} of ${marks.length}`;
}
