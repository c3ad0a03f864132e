// Records with the camera and the microphone, and hands the recording over as a file.
import { byId, seconds } from "./dom.js";

const types = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 }, audio: true });
  const type = types.find((one) => MediaRecorder.isTypeSupported(one)) ?? "";
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const parts = [];
  const started = performance.now();
  const clock = setInterval(() => { byId("elapsed").textContent = seconds((performance.now() - started) / 1000); }, 200);
  byId("camera").srcObject = stream;
  byId("camera").play();
  byId("recorder").hidden = false;
  byId("stop").focus();
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
