/** Adds a copy button to each citation. Without this module the text is there to be selected. */
for (const citation of document.querySelectorAll(".citation")) {
  const words = citation.querySelector("[data-text]");
  const label = citation.querySelector("dt");
  if (!words || !label || !navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${label.textContent}`);
  const said = document.createElement("span");
  said.className = "unseen";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await copy(words);
    button.textContent = "Copied";
    said.textContent = `${label.textContent} copied`;
    setTimeout(() => {
      button.textContent = "Copy";
      said.textContent = "";
    }, 2000);
  });
  const cell = document.createElement("dd");
  cell.className = "copy-cell";
  cell.append(button, said);
  citation.append(cell);
}

/** Both as plain text and, where the style has italics, as HTML: the programme pasted into chooses. */
async function copy(words) {
  const plain = words.dataset.text;
  if (words.classList.contains("source") || !window.ClipboardItem) {
    await navigator.clipboard.writeText(plain);
    return;
  }
  const blob = (text, type) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": blob(plain, "text/plain"),
      "text/html": blob(words.innerHTML, "text/html"),
    }),
  ]);
}
