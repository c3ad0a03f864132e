// Records with the camera and the microphone, and hands the recording over as a file.
import { byId, seconds } from "./dom.js";

const types = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];

export const canRecord = (extensions) => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder) && [".webm", ".mp4"].some((one) => extensions.includes(one));

// Without a microphone, or without a camera, the recording merely lacks what it would have given.
async function open() {
  const kinds = (await navigator.mediaDevices.enumerateDevices()).map((device) => device.kind);
  const [video, audio] = [kinds.includes("videoinput") && { width: 640, height: 480 }, kinds.includes("audioinput")];
  if (!video && !audio) {
    throw new Error("There is no camera and no microphone.");
  }

  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio });
  } catch (problem) {
    throw problem.name === "NotAllowedError" ? new Error("The browser was not allowed to use the camera and the microphone.") : problem;
  }
}

export async function record() {
  const stream = await open();
  const type = types.find((one) => MediaRecorder.isTypeSupported(one)) ?? "";
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const parts = [];
  let started = performance.now();
  const clock = setInterval(() => { byId("elapsed").textContent = seconds((performance.now() - started) / 1000); }, 200);
  byId("camera").srcObject = stream;
  byId("camera").hidden = stream.getVideoTracks().length === 0;
  byId("camera").play().catch(() => {});
  byId("recorder").hidden = false;
  byId("stop").focus();
  recorder.onstart = () => { started = performance.now(); };
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.start();
  try {
    return await new Promise((resolve, reject) => {
      recorder.onerror = () => reject(new Error("The recording failed."));
      recorder.onstop = () => resolve(recorder.cancelled ? null : new File(parts, `recording.${recorder.mimeType.includes("mp4") ? "mp4" : "webm"}`, { type: recorder.mimeType }));
      byId("stop").onclick = () => recorder.stop();
      byId("cancel").onclick = () => {
        recorder.cancelled = true;
        recorder.stop();
      };
    });
  } finally {
    clearInterval(clock);
    stream.getTracks().forEach((track) => track.stop());
    byId("camera").srcObject = null;
    byId("recorder").hidden = true;
    byId("elapsed").textContent = "";
  }
}
