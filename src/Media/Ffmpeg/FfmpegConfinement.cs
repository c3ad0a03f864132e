using System.Diagnostics;
using System.Globalization;

namespace Mpuc.Media.Ffmpeg;

/// <summary>
/// What ffmpeg and ffprobe may do with a file from a stranger: read it as a recording, within limits of pixels, streams, memory and
/// processor time. They open no other file and no address, because nothing that could name one (playlists, manifests, scripts, patterns of
/// names) is among the permitted formats.
/// </summary>
internal static class FfmpegConfinement
{
    /// <summary>The most pixels of a picture: 8192 x 8192.</summary>
    public const int MaxPixels = 1 << 26;

    /// <summary>The most streams of a file.</summary>
    public const int MaxStreams = 64;

    /// <summary>
    /// The most address space of the process, in bytes: four times what a film of 4096 x 2160 takes with the threads below.
    /// </summary>
    public const long MaxMemory = 4L << 30;

    private const int Threads = 4;

    // Formats that hold media by themselves. Left out is all that names other files or addresses (hls, dash, concat, image2, imf, sdp,
    // rtsp, vobsub, ...), what is generated (lavfi, libgme), devices, subtitles, and raw samples that only an extension tells.
    private static readonly string[] Formats =
    [
        "mov",
        "matroska",
        "avi",
        "mpeg",
        "mpegts",
        "mpegvideo",
        "flv",
        "live_flv",
        "asf",
        "asf_o",
        "ogg",
        "rm",
        "dv",
        "mxf",
        "nut",
        "ivf",
        "wtv",
        "gxf",
        "nsv",
        "h261", "h263", "h264", "hevc", "m4v", "vc1", "av1", "obu", "mjpeg", "dirac", "yuv4mpegpipe",
        "wav",
        "w64",
        "aiff",
        "au",
        "caf",
        "flac",
        "mp3",
        "aac",
        "ac3",
        "eac3",
        "dts",
        "dtshd",
        "amr",
        "amrnb",
        "amrwb",
        "ape",
        "mpc",
        "mpc8",
        "tta",
        "tak",
        "wv",
        "voc",
        "sox", "nistsphere", "ircam", "avr", "oma", "shn", "truehd", "mlp", "gsm", "xwma", "aea", "loas", "latm", "pvf", "dsf",
        "gif",
        "apng",
        "png_pipe",
        "jpeg_pipe",
        "bmp_pipe",
        "webp_pipe",
        "tiff_pipe",
        "jpegls_pipe",
        "j2k_pipe",
        "ppm_pipe",
        "pgm_pipe",
        "pbm_pipe",
        "pam_pipe",
    ];

    private static readonly Lazy<string?> Limiter = new(() => OperatingSystem.IsLinux() ? Find("prlimit") : null);

    /// <summary>The options that stand before every file that is read, by ffmpeg and ffprobe alike.</summary>
    public static IReadOnlyList<string> InputOptions { get; } =
    [
        "-protocol_whitelist", "file",
        "-format_whitelist", string.Join(',', Formats),
        "-max_pixels", MaxPixels.ToString(CultureInfo.InvariantCulture),
        "-max_streams", MaxStreams.ToString(CultureInfo.InvariantCulture),
        "-threads", Threads.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>
    /// Whether a program's memory and processor time can be limited here: where <c>prlimit</c> of util-linux is installed.
    /// </summary>
    public static bool IsLimited => Limiter.Value is not null;

    /// <summary>Names a file so that neither a colon nor a leading hyphen in it means anything.</summary>
    public static string Name(string path) => $"file:{path}";

    /// <summary>Describes a process within its limits. No shell reads the arguments.</summary>
    /// <param name="time">How long it may keep its reader waiting; it may use each of its threads for so long.</param>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, TimeSpan time)
    {
        // Found here, because a program that is missing must not look like one that failed.
        var found = Limiter.Value is null ? null : Find(program);
        var seconds = (long)Math.Ceiling(Math.Clamp(time.TotalSeconds, 1, 1e6) * Threads);
        string[] limits =
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={MaxMemory}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}"),
            "--core=0",
            "--",
        ];
        var start = found is null
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo(Limiter.Value!, [.. limits, found, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);

        // It would make ffmpeg write a report wherever it says.
        start.Environment.Remove("FFREPORT");
        return start;
    }

    private static string? Find(string program) => Path.IsPathRooted(program)
        ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
