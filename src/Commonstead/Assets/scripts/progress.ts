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
