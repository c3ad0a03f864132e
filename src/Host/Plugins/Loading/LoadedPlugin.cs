using Autofac;
using McMaster.NETCore.Plugins;
using Mpuc.Host.Tensors;
using Serilog;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>A plugin at work: its load context and the lifetime scope that holds what it registered.</summary>
internal sealed class LoadedPlugin : IDisposable
{
    private readonly PluginLoader _loader;
    private readonly ILifetimeScope _scope;
    private readonly ILogger _logger;

    /// <summary>Takes over a loader and a scope.</summary>
    public LoadedPlugin(string mainAssembly, PluginLoader loader, ILifetimeScope scope, ILogger logger)
    {
        MainAssembly = mainAssembly;
        _loader = loader;
        _scope = scope;
        _logger = logger;
        LoadContext = new WeakReference(loader.LoadContext);
        Modalities = [.. scope.Resolve<IEnumerable<ModalityDescriptor>>()];
        Backbones = [.. scope.Resolve<IEnumerable<BackboneDescriptor>>()];
        Weights = [.. scope.Resolve<IEnumerable<PretrainedWeights>>()];
    }

    /// <summary>The path of the copy of its main assembly that is loaded.</summary>
    public string MainAssembly { get; }

    /// <summary>The load context of its assemblies, held weakly, to tell whether it is gone after the disposal.</summary>
    public WeakReference LoadContext { get; }

    /// <summary>The kinds of modality that it offers.</summary>
    public IReadOnlyList<ModalityDescriptor> Modalities { get; }

    /// <summary>The backbones that it offers.</summary>
    public IReadOnlyList<BackboneDescriptor> Backbones { get; }

    /// <summary>The pretrained files that it registers.</summary>
    public IReadOnlyList<PretrainedWeights> Weights { get; }

    /// <summary>Makes an encoder; the scope disposes it.</summary>
    public IModalityEncoder CreateEncoder(string kind, OptionValues options)
    {
        TensorLibrary.Require();
        return _scope.ResolveKeyed<IModalityEncoder>(kind, TypedParameter.From(options));
    }

    /// <summary>Makes a backbone with fresh weights; the caller owns it.</summary>
    public Backbone CreateBackbone(BackboneDescriptor descriptor, OptionValues options, BackboneContext context)
    {
        TensorLibrary.Require();
        return _scope.ResolveKeyed<Backbone>(descriptor.Key, TypedParameter.From(options), TypedParameter.From(context));
    }

    /// <summary>Disposes what the plugin made and unloads it. An encoder that fails to let go is reported and stops nothing.</summary>
    public void Dispose()
    {
        try
        {
            _scope.Dispose();
        }
        catch (Exception fault)
        {
            _logger.Warning("A plugin failed while it was unloaded: {Fault:l}", PluginFault.Describe(fault));
        }

        _loader.Dispose();
    }
}
