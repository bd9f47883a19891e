// Small conveniences for every page; each page works without them.

const summary = document.querySelector<HTMLElement>("[data-error-summary]");
summary?.focus();

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A form sent twice by an impatient double click is sent once; the server would refuse the second anyway.
for (const form of document.querySelectorAll<HTMLFormElement>("form[method='post']")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset["sent"] === "yes") event.preventDefault();
    form.dataset["sent"] = "yes";
    window.setTimeout(() => delete form.dataset["sent"], 2000);
  });
}

// A choice in a listing's filter applies at once; the button stays for those without this module.
for (const control of document.querySelectorAll<HTMLSelectElement>("form[data-listing] select")) {
  control.addEventListener("change", () => control.form?.requestSubmit());
}

export {};
