namespace Mpuc.Media;

/// <summary>
/// The extensions of the files that ffmpeg reads, one list for every plugin, so that no film has a face and no voice. Each is lower case
/// with its dot. What a file is, its content decides; an extension only says whom to ask. The order is that in which a recording's files
/// are preferred.
/// </summary>
public static class MediaExtensions
{
    /// <summary>Files of moving pictures, most of them with sound.</summary>
    public static IReadOnlyList<string> Video { get; } =
    [
        ".mp4",
        ".mkv",
        ".webm",
        ".mov",
        ".avi",
        ".mpg",
        ".flv",
        ".m4v",
        ".wmv",
        ".mpeg",
        ".mpe",
        ".m2v",
        ".m1v",
        ".ts",
        ".mts",
        ".m2ts",
        ".m2t",
        ".3gp",
        ".3g2",
        ".ogv",
        ".ogm",
        ".asf",
        ".vob",
        ".mxf",
        ".f4v",
        ".divx",
        ".rm",
        ".rmvb",
        ".qt",
        ".dv",
        ".wtv",
        ".gxf",
        ".nsv",
        ".nut",
        ".ivf",
        ".y4m",
        ".mjpg",
        ".mjpeg",
        ".mk3d",
    ];

    /// <summary>Files of sound alone.</summary>
    public static IReadOnlyList<string> Sound { get; } =
    [
        ".wav",
        ".flac",
        ".mp3",
        ".m4a",
        ".ogg",
        ".opus",
        ".aac",
        ".aif",
        ".aiff",
        ".aifc",
        ".w64",
        ".rf64",
        ".bwf",
        ".wma",
        ".caf",
        ".au",
        ".snd",
        ".amr",
        ".awb",
        ".3ga",
        ".ac3",
        ".eac3",
        ".dts",
        ".oga",
        ".spx",
        ".mka",
        ".weba",
        ".m4b",
        ".m4r",
        ".mp2",
        ".mpga",
        ".ape",
        ".wv",
        ".tta",
        ".tak",
        ".mpc",
        ".ra",
        ".shn",
        ".voc",
        ".sph",
        ".sox",
        ".dsf",
    ];

    /// <summary>Files of one picture, or of pictures that move without sound.</summary>
    public static IReadOnlyList<string> Pictures { get; } = [".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".apng"];

    /// <summary>Whatever has a sound track: sound first, because it was recorded as such.</summary>
    public static IReadOnlyList<string> WithSound { get; } = [.. Sound, .. Video];

    /// <summary>Whatever has a picture: films first.</summary>
    public static IReadOnlyList<string> WithPicture { get; } = [.. Video, .. Pictures];
}
