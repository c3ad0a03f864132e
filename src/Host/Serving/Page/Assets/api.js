// What the page asks of the server.

let token = sessionStorage.getItem("token") ?? "";

export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function setToken(value) {
  token = value;
  sessionStorage.setItem("token", value);
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  } catch {
    throw new Refusal(0, "The server does not answer; is it still running?");
  }

  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refusal(answer.status, content.detail ?? `The server answered with status ${answer.status}.`);
  }

  return content;
}

export const model = () => ask("/v1/model");

export function predict(files) {
  const form = new FormData();
  for (const file of files) {
    form.append("file", file, file.name);
  }

  for (const field of ["timeline", "subsets", "preview"]) {
    form.append(field, "true");
  }

  return ask("/v1/predict", { method: "POST", body: form });
}
