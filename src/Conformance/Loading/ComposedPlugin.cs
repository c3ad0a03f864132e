using System.Runtime.Loader;
using Autofac;
using Serilog;
using Serilog.Core;

namespace Mpuc.Conformance.Loading;

/// <summary>A plugin in a scope of its own.</summary>
internal sealed class ComposedPlugin : IPluginUnderTest
{
    private readonly IContainer _services;
    private readonly ILifetimeScope _scope;
    private AssemblyLoadContext? _own;

    /// <summary>Asks a plugin for its module and registers what is in it.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="weights">The store that its encoders and backbones may ask for.</param>
    /// <param name="own">The load context to unload with the plugin; null where it lives in the process's own.</param>
    public ComposedPlugin(IModalityPlugin plugin, IWeightsStore weights, AssemblyLoadContext? own = null)
    {
        var assembly = plugin.GetType().Assembly;
        _own = own;
        (MainAssembly, LoadContext) = (assembly.Location, new WeakReference(AssemblyLoadContext.GetLoadContext(assembly)));
        var builder = new ContainerBuilder();
        builder.RegisterInstance(Logger.None).As<ILogger>();
        builder.RegisterInstance(weights).As<IWeightsStore>().ExternallyOwned();
        builder.RegisterInstance<ITimedFeatureReader>(new NoTimedFeatures());
        _services = builder.Build();

        // A scope of its own for a context of its own, because the container's caches would keep the plugin's types.
        _scope = own is null ? _services.BeginLifetimeScope(Register) : _services.BeginLoadContextLifetimeScope(own, Register);
        Modalities = [.. _scope.Resolve<IEnumerable<ModalityDescriptor>>()];
        Backbones = [.. _scope.Resolve<IEnumerable<BackboneDescriptor>>()];

        void Register(ContainerBuilder scope) => scope.RegisterModule(plugin.CreateModule());
    }

    /// <inheritdoc/>
    public string MainAssembly { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ModalityDescriptor> Modalities { get; }

    /// <inheritdoc/>
    public IReadOnlyList<BackboneDescriptor> Backbones { get; }

    /// <inheritdoc/>
    public WeakReference LoadContext { get; }

    /// <inheritdoc/>
    public IModalityEncoder CreateEncoder(string kind, OptionValues options) =>
        _scope.ResolveKeyed<IModalityEncoder>(kind, TypedParameter.From(options));

    /// <inheritdoc/>
    public Backbone CreateBackbone(BackboneDescriptor descriptor, OptionValues options, BackboneContext context) =>
        _scope.ResolveKeyed<Backbone>(descriptor.Key, TypedParameter.From(options), TypedParameter.From(context));

    /// <inheritdoc/>
    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        _own?.Unload();
        _own = null;
    }
}

/// <summary>
/// A reader to which no source is a container of time-stamped features: what reads those is the host's, and tested there.
/// </summary>
internal sealed class NoTimedFeatures : ITimedFeatureReader
{
    /// <inheritdoc/>
    public bool Reads(ModalitySource source) => false;

    /// <inheritdoc/>
    public TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken) =>
        throw new MpucException($"'{source.Path}' cannot be read here: tests know no containers of time-stamped features.");
}
