// The result of one recording: what the model says by any subset of its modalities.
import * as bars from "./bars.js";
import { byId, element, percent } from "./dom.js";
import { Player, tracks } from "./player.js";
import { timeline } from "./timeline.js";

let player = null;

export function show(answer, model, file) {
  const { prediction, previews = [] } = answer;
  player?.dispose();
  const duration = Math.max(0, ...previews.map((preview) => preview.duration), ...previews.flatMap((preview) => preview.pictures).map((picture) => picture.start + picture.duration), prediction.timeline.at(-1)?.start ?? 0);
  byId("result").hidden = false;
  byId("result-title").textContent = prediction.id;
  player = new Player(file, previews, duration);
  byId("tracks").replaceChildren(...tracks(previews, duration, (time) => player.seek(time)));
  byId("contributions").replaceChildren(...bars.contributions(prediction.contributions));
  offer(prediction, model, duration);
  judge(prediction, model, duration, prediction.modalities);
  player.onTime((time) => follow(time, duration));
  byId("result-title").focus({ preventScroll: true });
  byId("result").scrollIntoView({ block: "start" });
}

function offer(prediction, model, duration) {
  const boxes = model.modalities.map((modality) => {
    const there = prediction.modalities.includes(modality.name);
    const box = element("input", { type: "checkbox", name: "modality", value: modality.name });
    [box.checked, box.disabled] = [there, !there];
    return element("label", there ? {} : { class: "muted", title: "The recording has nothing that it reads" }, box, there ? modality.name : `${modality.name} (missing)`);
  });
  byId("modalities").replaceChildren(...boxes);
  byId("modalities").onchange = (event) => {
    const chosen = [...byId("modalities").querySelectorAll(":checked")].map((box) => box.value);
    if (chosen.length === 0) {
      event.target.checked = true;
      byId("change").textContent = "At least one modality is needed.";
    } else {
      judge(prediction, model, duration, chosen);
    }
  };
}

function judge(prediction, model, duration, chosen) {
  const subset = prediction.subsets.find((one) => one.modalities.length === chosen.length && one.modalities.every((name) => chosen.includes(name)));
  if (!subset) {
    byId("change").textContent = "The model was asked for each modality alone and for all together; choose one or all.";
    return;
  }

  const all = prediction.probabilities;
  byId("verdict").replaceChildren(subset.top, " ", element("small", {}, percent(subset.probabilities[subset.top])));
  byId("bars").replaceChildren(...bars.probabilities(model.classes, subset.probabilities, all));
  byId("timeline").replaceChildren(...timeline(subset.timeline, model.classes, duration));
  byId("change").textContent = chosen.length === prediction.modalities.length ? "" : change(prediction, subset);
  follow(Number(byId("seek").value), duration);
}

function change(prediction, subset) {
  const missing = prediction.modalities.filter((name) => !subset.modalities.includes(name)).join(" and ");
  const [before, now] = [prediction.probabilities[prediction.top], subset.probabilities[prediction.top]];
  return subset.top === prediction.top
    ? `Without ${missing}, ${prediction.top} ${percent(before) === percent(now) ? "stays at" : `goes from ${percent(before)} to`} ${percent(now)}.`
    : `Without ${missing}, the answer changes from ${prediction.top} (${percent(before)}) to ${subset.top} (${percent(subset.probabilities[subset.top])}).`;
}

function follow(time, duration) {
  const share = duration > 0 ? 100 * time / duration : 0;
  document.querySelectorAll(".cursor").forEach((cursor) => { cursor.style.left = `${share}%`; });
  document.querySelectorAll(".word").forEach((word) => word.classList.toggle("now", time >= Number(word.dataset.start) && time < Number(word.dataset.end)));
}
