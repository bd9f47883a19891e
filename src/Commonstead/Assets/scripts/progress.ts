// Shows how far a long form has come: <form data-progress="/where/it/is/told">. While the form is being answered, the
// address is asked for { share: 0..1 } and the form's progress bar follows.
// Without scripts the form works all the same.
type Told = { share: number | null };

async function follow(address: string, bar: HTMLProgressElement): Promise<void> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) return;
  const { share } = (await answer.json()) as Told;
  if (share !== null) bar.value = Math.round(share * 100);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-progress]")) {
  form.addEventListener("submit", () => {
    const bar = form.querySelector("progress");
    const address = form.dataset["progress"];
    if (!bar || !address) return;
    bar.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
    form.setAttribute("aria-busy", "true");
    window.setInterval(() => void follow(address, bar), 500);
  });
}

// A page that waits for work of the server: <section data-watch="/where/it/is/told"> with a progress bar, and a link to
// look again, which is followed when the work is over. Its heading says data-under-way once the work has begun.
for (const part of document.querySelectorAll<HTMLElement>("[data-watch]")) {
  const bar = part.querySelector("progress");
  const again = part.querySelector("a");
  const address = part.dataset["watch"];
  if (!bar || !again || !address) continue;
  const timer = window.setInterval(async () => {
    const over = await isOver(address, bar);
    const heading = part.querySelector("h2");
    if (heading && bar.value > 0) heading.textContent = part.dataset["underWay"] ?? heading.textContent;
    if (!over) return;
    window.clearInterval(timer);
    window.location.replace(again.href);
  }, 700);
}

async function isOver(address: string, bar: HTMLProgressElement): Promise<boolean> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) return false;
  const { share, over } = (await answer.json()) as { share: number; over: boolean };
  bar.value = Math.round(share * 100);
  return over;
}

export {};
