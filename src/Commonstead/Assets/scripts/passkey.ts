// Creates and uses passkeys in forms that carry data-passkey="create" or data-passkey="get".
//
// The form names an address that answers with the options as JSON (data-options-url). The answer of the
// authenticator goes, as JSON, into the field named by data-credential-field, and the form is posted as usual.
// Without this module the button stays hidden and the page offers the password instead.

type Ceremony = "create" | "get";

const supported = (): boolean =>
  typeof PublicKeyCredential === "function" &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

async function fetchOptions(form: HTMLFormElement, url: string): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>("input[name='__RequestVerificationToken']");
  const body = new URLSearchParams();
  if (token) body.set("__RequestVerificationToken", token.value);
  const userName = form.querySelector<HTMLInputElement>("[autocomplete~='username']")?.value;
  if (userName) body.set("userName", userName);
  const answer = await fetch(url, { method: "POST", body, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return answer.json();
}

async function ceremony(kind: Ceremony, options: unknown, signal: AbortSignal): Promise<PublicKeyCredential> {
  const credential =
    kind === "create"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
          signal,
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
          signal,
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no credential");
  return credential;
}

function say(form: HTMLFormElement, text: string): void {
  const place = form.querySelector<HTMLElement>("[data-passkey-message]");
  if (!place) return;
  place.textContent = text;
  place.hidden = text === "";
}

function wordsFor(form: HTMLFormElement, error: unknown): string {
  const cancelled = error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");
  const known = error instanceof DOMException && error.name === "InvalidStateError";
  if (cancelled) return form.dataset["messageCancelled"] ?? "";
  if (known) return form.dataset["messageKnown"] ?? form.dataset["messageFailed"] ?? "";
  return form.dataset["messageFailed"] ?? "";
}

async function run(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const kind = form.dataset["passkey"] as Ceremony;
  const url = form.dataset["optionsUrl"];
  const field = form.elements.namedItem(form.dataset["credentialField"] ?? "");
  if (!url || !(field instanceof HTMLInputElement)) return;
  const abort = new AbortController();
  say(form, "");
  button.setAttribute("aria-busy", "true");
  try {
    const credential = await ceremony(kind, await fetchOptions(form, url), abort.signal);
    field.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    say(form, wordsFor(form, error));
  } finally {
    button.removeAttribute("aria-busy");
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  const button = form.querySelector<HTMLButtonElement>("button[data-passkey-button]");
  if (!button || !supported()) continue;
  form.hidden = false;
  button.hidden = false;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    void run(form, button);
  });
}

export {};
