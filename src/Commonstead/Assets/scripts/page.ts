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

// Choices that are numbered can be moved up and down; the numbers are what is sent, and may be typed as well.
for (const ranking of document.querySelectorAll<HTMLElement>("fieldset[data-ranking]")) {
  const rows = [...ranking.querySelectorAll<HTMLElement>(".ranked")];
  const rankOf = (row: HTMLElement) => Number(row.querySelector("input")?.value || 0);
  const ranked = () => rows.filter((row) => rankOf(row) > 0).sort((a, b) => rankOf(a) - rankOf(b));
  const show = (order: HTMLElement[]) => {
    for (const row of rows) {
      const place = order.indexOf(row);
      const input = row.querySelector("input");
      if (input) input.value = place < 0 ? "" : String(place + 1);
    }
    for (const row of [...order, ...rows.filter((row) => !order.includes(row))]) ranking.append(row);
  };
  const move = (row: HTMLElement, by: number) => {
    const order = ranked();
    const place = order.indexOf(row);
    if (place < 0) {
      if (by < 0) order.push(row);
    } else {
      order.splice(place, 1);
      // Moved down from the last place, a choice is no longer preferred to any other.
      if (place + by <= order.length) order.splice(Math.max(0, place + by), 0, row);
    }
    show(order);
  };
  for (const row of rows) {
    const name = row.querySelector("label")?.textContent ?? "";
    row.draggable = true;
    row.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", String(rows.indexOf(row))));
    row.addEventListener("dragover", (event) => event.preventDefault());
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      const moved = rows[Number(event.dataTransfer?.getData("text/plain"))];
      if (!moved || moved === row) return;
      const order = ranked().filter((other) => other !== moved);
      const place = order.indexOf(row);
      order.splice(place < 0 ? order.length : place, 0, moved);
      show(order);
    });
    for (const [sign, words, by] of [["↑", ranking.dataset["up"], -1], ["↓", ranking.dataset["down"], 1]] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "secondary";
      button.textContent = sign;
      button.setAttribute("aria-label", `${words ?? ""}: ${name}`);
      button.addEventListener("click", () => {
        move(row, by);
        button.focus();
      });
      row.append(button);
    }
  }
}

export {};
