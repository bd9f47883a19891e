// Checks a rule as it is being written: <form data-rule-editor data-review="/where/it/is/reviewed">. A moment after the
// last key the form is sent there, and what comes back stands in [data-rule-review]. Lines are numbered, those with an
// error are marked, and [data-rule-says] tells the first one right under the text. Without this module the form's own
// button checks it.
const pause = 400;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-rule-editor]")) {
  const text = form.querySelector<HTMLTextAreaElement>("textarea");
  const review = document.querySelector<HTMLElement>("[data-rule-review]");
  const address = form.dataset["review"];
  if (text && review && address) edit(form, text, review, address);
}

function edit(form: HTMLFormElement, text: HTMLTextAreaElement, review: HTMLElement, address: string): void {
  const says = form.querySelector<HTMLElement>("[data-rule-says]");
  const numbers = document.createElement("div");
  numbers.className = "rule-lines";
  numbers.setAttribute("aria-hidden", "true");
  const frame = document.createElement("div");
  frame.className = "rule-editor";
  text.wrap = "off";
  text.spellcheck = false;
  if (says) text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby") ?? ""} ${says.id}`.trim());
  text.replaceWith(frame);
  frame.append(numbers, text);

  const number = () => {
    const wrong = new Map<number, string>();
    for (const link of review.querySelectorAll<HTMLElement>("[data-line]"))
      wrong.set(Number(link.dataset["line"]), link.parentElement?.textContent?.trim() ?? "");
    const rows = text.value.split("\n").map((_, index) => {
      const row = document.createElement("span");
      row.textContent = String(index + 1);
      const error = wrong.get(index + 1);
      if (error !== undefined) {
        row.className = "wrong";
        row.title = error;
      }
      return row;
    });
    numbers.replaceChildren(...rows);
    numbers.scrollTop = text.scrollTop;
    if (wrong.size > 0) text.setAttribute("aria-invalid", "true");
    else text.removeAttribute("aria-invalid");
    const first = review.querySelector("[data-line]")?.parentElement?.textContent ?? "";
    if (says) says.textContent = first.replace(/\s+/g, " ").trim();
  };

  let waiting = 0;
  let asked = 0;
  const check = async () => {
    const mine = ++asked;
    const answer = await fetch(address, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    // An answer that a later one overtook says something about a text that is gone.
    if (!answer.ok || mine !== asked) return;
    review.innerHTML = await answer.text();
    number();
  };

  form.addEventListener("input", () => {
    number();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void check(), pause);
  });
  text.addEventListener("scroll", () => (numbers.scrollTop = text.scrollTop));
  review.addEventListener("click", (event) => {
    const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-line]") : null;
    if (!link) return;
    event.preventDefault();
    const before = text.value.split("\n").slice(0, Number(link.dataset["line"]) - 1);
    const at = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(link.dataset["column"]) - 1;
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, before.length - 3) * Number.parseFloat(getComputedStyle(text).lineHeight);
  });
  number();
}

export {};
