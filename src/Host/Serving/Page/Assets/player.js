// One clock for everything: the browser's video where it can play the file, else the frames that the server sent.
import { byId, element, seconds } from "./dom.js";

export class Player {
  #video = byId("video");
  #frame = byId("frame");
  #marks = byId("marks");
  #tracks;
  #time = 0;
  #started = 0;
  #plays = false;
  #hasVideo = false;
  #request = 0;
  #listeners = [];
  #resized;

  constructor(file, previews, duration) {
    this.duration = duration;
    this.#tracks = previews.map((preview) => preview.pictures.filter((picture) => picture.duration === 0)).filter((pictures) => pictures.length > 0);
    byId("stage").hidden = this.#tracks.length === 0;
    const drawn = previews.filter((preview) => preview.pictures.some((picture) => picture.boxes.length + picture.points.length > 0));
    byId("legend").hidden = drawn.length === 0;
    byId("drawn").replaceChildren(...drawn.map((preview) => element("li", {}, `${preview.modality}: ${preview.caption}`)));
    this.#note("");
    this.#open(file);
    byId("seek").max = duration;
    byId("seek").oninput = () => this.seek(Number(byId("seek").value));
    byId("play").onclick = () => (this.#plays ? this.pause() : this.play());
    this.#resized = new ResizeObserver(() => this.#show());
    this.#resized.observe(this.#marks);
    this.seek(0);
  }

  onTime(listener) {
    this.#listeners.push(listener);
    listener(this.#time);
  }

  play() {
    if (this.#time >= this.duration - 0.05) {
      this.seek(0);
    }

    this.#plays = true;
    this.#started = performance.now() - 1000 * this.#time;
    this.#run();
    this.#label("Pause");
    this.#next();
  }

  pause() {
    this.#plays = false;
    cancelAnimationFrame(this.#request);
    this.#video.pause();
    this.#label("Play");
  }

  seek(time) {
    this.#time = Math.min(this.duration, Math.max(0, time));
    this.#started = performance.now() - 1000 * this.#time;
    if (this.#hasVideo) {
      this.#video.currentTime = this.#time;
    }

    this.#show();
  }

  dispose() {
    this.pause();
    this.#resized.disconnect();
    URL.revokeObjectURL(this.#video.src);
    this.#video.removeAttribute("src");
  }

  #open(file) {
    this.#hasVideo = false;
    this.#video.hidden = true;
    this.#frame.hidden = this.#tracks.length === 0;
    this.#video.onloadeddata = () => {
      this.#hasVideo = true;
      this.#video.hidden = this.#video.videoWidth === 0;
      this.#frame.hidden = this.#video.videoWidth > 0 || this.#tracks.length === 0;
      this.#note("");
      this.seek(this.#time);
      if (this.#plays) {
        this.#run();
      }
    };
    this.#video.onerror = () => {
      this.#hasVideo = false;
      this.#video.hidden = true;
      this.#frame.hidden = this.#tracks.length === 0;
      this.#note(this.#tracks.length > 0 ? "This browser cannot play the file, so the frames that the model saw are shown, without sound." : "");
      this.seek(this.#time);
    };
    // Its end, media keys and the system start and stop a video too.
    this.#video.onplay = this.#video.onpause = () => {
      if (this.#hasVideo && this.#video.paused === this.#plays) {
        this.#plays ? this.pause() : this.play();
      }
    };
    this.#video.src = URL.createObjectURL(file);
  }

  // Also before anything of the file has loaded: some browsers load it only once a person has asked for it.
  #run() {
    this.#video.play().catch(() => {
      if (this.#hasVideo && this.#plays && this.#video.paused) {
        this.pause();
      }
    });
  }

  #note(text) {
    byId("stage-note").textContent = text;
    byId("stage-note").hidden = text === "";
  }

  #label(text) {
    byId("play").textContent = text;
    byId("play").setAttribute("aria-label", text);
  }

  #tick() {
    this.#time = this.#hasVideo ? this.#video.currentTime : (performance.now() - this.#started) / 1000;
    if (this.#time >= this.duration) {
      this.#time = this.duration;
      this.pause();
    }

    this.#show();
    if (this.#plays) {
      this.#next();
    }
  }

  #next() {
    this.#request = requestAnimationFrame(() => this.#tick());
  }

  #show() {
    byId("seek").value = this.#time;
    byId("seek").setAttribute("aria-valuetext", seconds(this.#time));
    byId("time").textContent = `${this.#time.toFixed(1)} / ${seconds(this.duration)}`;
    const pictures = this.#tracks.map((track) => track.reduce((best, picture) => (Math.abs(picture.start - this.#time) < Math.abs(best.start - this.#time) ? picture : best)));
    if (pictures.length > 0) {
      this.#draw(pictures);
    }

    this.#listeners.forEach((listener) => listener(this.#time));
  }

  #draw(pictures) {
    // The track with the most pictures follows the recording most closely.
    const closest = this.#tracks.reduce((best, track, place) => (track.length > this.#tracks[best].length ? place : best), 0);
    const { width, height, image } = pictures[closest];
    if (!this.#frame.hidden && this.#frame.src !== image) {
      this.#frame.src = image;
      this.#frame.alt = `The recording at ${seconds(this.#time)}, with what the model found in it`;
    }

    const box = this.#marks.getBoundingClientRect();
    const ratio = devicePixelRatio;
    [this.#marks.width, this.#marks.height] = [box.width * ratio, box.height * ratio];
    const scale = Math.min(box.width / width, box.height / height) * ratio;
    const context = this.#marks.getContext("2d");
    context.translate((box.width * ratio - scale * width) / 2, (box.height * ratio - scale * height) / 2);
    pictures.forEach((picture) => mark(context, picture, scale * width / picture.width, ratio));
  }
}

function mark(context, picture, scale, ratio) {
  context.lineWidth = ratio;
  context.strokeStyle = "rgb(255 255 255 / .55)";
  for (const [from, to] of picture.edges) {
    context.beginPath();
    context.moveTo(picture.points[from].x * scale, picture.points[from].y * scale);
    context.lineTo(picture.points[to].x * scale, picture.points[to].y * scale);
    context.stroke();
  }

  for (const point of picture.points) {
    context.fillStyle = point.used ? "#3dff9e" : "#ffb35c";
    context.beginPath();
    context.arc(point.x * scale, point.y * scale, 1.8 * ratio, 0, 2 * Math.PI);
    context.fill();
  }

  for (const box of picture.boxes) {
    context.lineWidth = 2 * ratio;
    context.strokeStyle = box.used ? "#3dff9e" : "#ffb35c";
    context.strokeRect(box.left * scale, box.top * scale, (box.right - box.left) * scale, (box.bottom - box.top) * scale);
  }
}

// Spectrograms and words beneath the curves, on the same axis.
export function tracks(previews, duration, seek) {
  return previews.flatMap((preview) => [...wide(preview, duration), ...words(preview, seek)]);
}

const heading = (preview) => element("h3", {}, preview.modality, " ", element("small", { class: "muted" }, preview.caption));

function wide(preview, duration) {
  return preview.pictures.filter((picture) => picture.duration > 0).map((picture) => {
    const image = element("img", { src: picture.image, alt: `${preview.modality}: ${preview.caption}`, style: { width: `${Math.min(100, 100 * picture.duration / duration)}%`, "margin-left": `${100 * picture.start / duration}%` } });
    return element("div", {}, heading(preview), element("div", { class: "lane" }, image, element("div", { class: "cursor over-picture" })));
  });
}

function words(preview, seek) {
  if (preview.words.length === 0) {
    return [];
  }

  const all = preview.words.map((word) => {
    const button = element("button", { type: "button", class: word.known ? "word" : "word unknown", "data-start": word.start, "data-end": word.end, title: word.known ? seconds(word.start) : `${seconds(word.start)}; the model does not know this word` }, word.text);
    button.onclick = () => seek(word.start);
    return button;
  });
  return [heading(preview), element("p", { class: "words" }, ...all.flatMap((word) => [word, " "]))];
}
