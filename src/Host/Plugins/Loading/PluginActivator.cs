using System.Reflection;
using System.Text.RegularExpressions;
using Autofac;
using McMaster.NETCore.Plugins;
using Mpuc.Host.Datasets.Mosei;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Tensors;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>Brings inspected plugins to life, each from a copy of its files, in a load context and a lifetime scope of its own.</summary>
internal sealed partial class PluginActivator : IDisposable
{
    private readonly ShadowFolder _shadow = new();
    private readonly ComputationalSequences _sequences = new();
    private readonly ILogger _logger;
    private readonly IContainer _services;
    private readonly TimeSpan _timeout;

    /// <summary>Prepares for plugins.</summary>
    /// <param name="logger">The logger that plugins may ask for.</param>
    /// <param name="weights">The store of pretrained files that plugins may ask for.</param>
    /// <param name="timeout">How long a plugin may take to construct itself and to register what it offers.</param>
    public PluginActivator(ILogger logger, IWeightsStore weights, TimeSpan timeout)
    {
        TensorLibrary.Check();
        _logger = logger;
        _timeout = timeout;
        var builder = new ContainerBuilder();
        builder.RegisterInstance(logger).ExternallyOwned();
        builder.RegisterInstance(weights).ExternallyOwned();
        builder.RegisterInstance<ITimedFeatureReader>(_sequences).ExternallyOwned();
        _services = builder.Build();
    }

    /// <summary>Loads a plugin that was not refused.</summary>
    /// <exception cref="Exception">Whatever the plugin threw, or that it took too long, or that its files changed since.</exception>
    public LoadedPlugin Load(PluginInspection inspection)
    {
        var main = inspection.Main!;
        var folder = Path.GetDirectoryName(main.Path)!;
        var copy = _shadow.Copy(folder, inspection.Files);
        if (FolderHash.OfFiles(copy, Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories)) != inspection.FolderSha256)
        {
            throw new MpucException("its files changed while it was being loaded; start again");
        }

        return GuardedCall.Run(
            $"plugin {inspection.Id}",
            _timeout,
            () => Activate(Path.Combine(copy, Path.GetFileName(main.Path)), main.Mark!.EntryType));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        _sequences.Dispose();
        _shadow.Dispose();
    }

    private LoadedPlugin Activate(string mainAssembly, string entryType)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(mainAssembly, config =>
        {
            config.IsUnloadable = true;
            config.IsLazyLoaded = true; // Shares what is listed and not all that this refers to.
            foreach (var shared in HostSurface.Current.Shared.Keys)
            {
                config.SharedAssemblies.Add(new AssemblyName(shared));
            }
        });
        ILifetimeScope? scope = null;
        try
        {
            var type = loader.LoadDefaultAssembly().GetType(entryType, throwOnError: true)!;
            if (!type.IsVisible
                || type.ContainsGenericParameters
                || !typeof(IModalityPlugin).IsAssignableFrom(type)
                || type.GetConstructor([]) is null)
            {
                throw new MpucException(
                    $"its entry point {entryType} must be a public class with a parameterless constructor that implements "
                    + nameof(IModalityPlugin));
            }

            var plugin = (IModalityPlugin)Activator.CreateInstance(type)!;
            var module = plugin.CreateModule() ?? throw new MpucException("its CreateModule returned null");
            scope = _services.BeginLoadContextLifetimeScope(loader.LoadContext, builder => builder.RegisterModule(module));
            var loaded = new LoadedPlugin(mainAssembly, loader, scope, _logger);
            CheckNames(loaded);
            return loaded;
        }
        catch
        {
            scope?.Dispose();
            loader.Dispose();
            throw;
        }
    }

    private static void CheckNames(LoadedPlugin plugin)
    {
        string[] kinds = [.. plugin.Modalities.Select(modality => modality.Kind)];
        var names = kinds.Concat(plugin.Backbones.SelectMany(backbone => new[] { backbone.Kind, backbone.Name }));
        if (names.FirstOrDefault(name => !LowerCamelCase().IsMatch(name)) is { } wrong)
        {
            throw new MpucException(
                $"it offers a modality or backbone named '{wrong}'; such a name is in lower camel case, as 'actionUnits'");
        }

        if (plugin.Weights.Select(RegistrationRules.FindFault).FirstOrDefault(fault => fault is not null) is { } faulty)
        {
            throw new MpucException($"it {faulty}");
        }

        var offers = kinds
            .Concat(plugin.Backbones.Select(backbone => backbone.Key))
            .Concat(plugin.Weights.Select(weights => $"weights {weights.Name}"));
        if (offers.CountBy(offer => offer, StringComparer.Ordinal).FirstOrDefault(offer => offer.Value > 1).Key is { } twice)
        {
            throw new MpucException($"it offers '{twice}' twice");
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LowerCamelCase();
}
