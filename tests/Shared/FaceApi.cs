namespace Mpuc.Tests;

/// <summary>The npm package @vladmandic/face-api on this machine. Tests read it where it is and never fetch it.</summary>
internal static class FaceApi
{
    /// <summary>Why a test that needs it is ignored.</summary>
    public const string Missing =
        "The npm package @vladmandic/face-api is not there: 'mpuc weights fetch tiny-face-detector' fetches it, or MPUC_TEST_FACE_API "
            + "names its folder 'model'.";

    /// <summary>The package's folder of networks, whether or not it exists.</summary>
    public static string Models { get; } = Environment.GetEnvironmentVariable("MPUC_TEST_FACE_API")
        ?? Path.Combine(Cache(), "mpuc", "weights", "npm", "@vladmandic", "face-api", "1.7.15", "model");

    private static string Cache() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured
        ? configured
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
