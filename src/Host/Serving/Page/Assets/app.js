import * as api from "./api.js";
import { byId } from "./dom.js";
import { canRecord, record } from "./record.js";
import { show } from "./result.js";

let model = null;

async function start() {
  try {
    model = await api.model();
  } catch (refusal) {
    byId("token-form").hidden = refusal.status !== 401;
    byId("about").textContent = refusal.status === 401 ? "The server is locked." : "";
    if (refusal.status !== 401) {
      fail(refusal);
    }

    return;
  }

  const extensions = [...new Set(model.modalities.flatMap((modality) => modality.extensions))];
  const readsText = extensions.includes(".txt");
  byId("token-form").hidden = true;
  byId("about").textContent = model.label
    ? `The model ${model.run} judges ${model.label} (${model.classes.join(", ")}) by ${model.modalities.map((modality) => modality.name).join(", ")}: whichever of them a recording has.`
    : `The model ${model.run} judges nothing: it has no classifier.`;
  byId("files").accept = extensions.join(",");
  byId("accepts").textContent = `Reads ${extensions.join(", ")}. Several files are one recording.`;
  [byId("words").hidden, byId("words-label").hidden] = [!readsText, !readsText];
  byId("record").hidden = !canRecord(extensions);
}

function fail(problem) {
  byId("status").textContent = "";
  byId("error").textContent = problem.message;
  byId("error").hidden = false;
}

// The longest to play comes first: a video before a transcript.
const played = (files) => files.find((file) => /^(video|audio)\//.test(file.type)) ?? files.toSorted((one, other) => other.size - one.size)[0];

async function judge(files) {
  if (files.length === 0 || !model) {
    return;
  }

  const words = byId("words").value.trim();
  const recording = played(files);
  if (words && !files.some((file) => file.name.toLowerCase().endsWith(".txt"))) {
    files = [recording, new File([words], "transcript.txt", { type: "text/plain" }), ...files.filter((file) => file !== recording)];
  } else {
    files = [recording, ...files.filter((file) => file !== recording)];
  }

  byId("error").hidden = true;
  busy(true);
  byId("status").textContent = `Judging ${files.map((file) => file.name).join(" and ")}…`;
  try {
    const answer = await api.predict(files);
    byId("status").textContent = "";
    show(answer, model, recording);
  } catch (refusal) {
    byId("token-form").hidden = refusal.status !== 401;
    fail(refusal);
  } finally {
    busy(false);
  }
}

function busy(is) {
  [byId("files").disabled, byId("record").disabled] = [is, is];
  byId("main").setAttribute("aria-busy", is);
}

byId("files").onchange = async () => {
  const files = [...byId("files").files];
  await judge(files);
  byId("files").value = "";
};

byId("record").onclick = async () => {
  byId("error").hidden = true;
  busy(true);
  try {
    const file = await record();
    busy(false);
    if (file) {
      await judge([file]);
    }
  } catch (problem) {
    busy(false);
    fail(problem);
  }
};

byId("token-form").onsubmit = (event) => {
  event.preventDefault();
  byId("error").hidden = true;
  api.setToken(byId("token").value);
  start();
};

for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
  byId("drop").addEventListener(name, (event) => {
    event.preventDefault();
    byId("drop").classList.toggle("over", over);
    if (name === "drop") {
      judge([...event.dataTransfer.files]);
    }
  });
}

start();
