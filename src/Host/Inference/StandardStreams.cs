namespace Mpuc.Host.Inference;

/// <summary>Where standard output and standard error go.</summary>
internal static class StandardStreams
{
    private static readonly string[] Links = ["/proc/self/fd/1", "/proc/self/fd/2"];

    /// <summary>The files that a shell has directed them to; none where they go elsewhere, or where the system does not tell.</summary>
    public static IReadOnlyList<string> Files => OperatingSystem.IsLinux()
        ? [.. Links.Select(stream => new FileInfo(stream).LinkTarget).OfType<string>().Where(IsFile)]
        : [];

    // Pipes and sockets have names such as pipe:[123].
    private static bool IsFile(string target) => Path.IsPathFullyQualified(target) && File.Exists(target);
}
