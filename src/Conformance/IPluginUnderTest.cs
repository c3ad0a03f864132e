namespace Mpuc.Conformance;

/// <summary>
/// A plugin at work, as the checks see it: what it offers, and how to make it. Disposing it disposes what it made and unloads it.
/// </summary>
public interface IPluginUnderTest : IDisposable
{
    /// <summary>The path of the plugin's main assembly.</summary>
    string MainAssembly { get; }

    /// <summary>The kinds of modality that it offers.</summary>
    IReadOnlyList<ModalityDescriptor> Modalities { get; }

    /// <summary>The backbones that it offers, for its own kinds or another plugin's.</summary>
    IReadOnlyList<BackboneDescriptor> Backbones { get; }

    /// <summary>The load context of its assemblies, held weakly.</summary>
    WeakReference LoadContext { get; }

    /// <summary>Makes an encoder, which the plugin owns.</summary>
    /// <param name="kind">One of its kinds.</param>
    /// <param name="options">Values of the kind's options.</param>
    /// <returns>A new encoder.</returns>
    IModalityEncoder CreateEncoder(string kind, OptionValues options);

    /// <summary>Makes a backbone with fresh weights, which the caller owns.</summary>
    /// <param name="descriptor">One of its backbones.</param>
    /// <param name="options">Values of the backbone's options.</param>
    /// <param name="context">The shape of its input.</param>
    /// <returns>A new backbone.</returns>
    Backbone CreateBackbone(BackboneDescriptor descriptor, OptionValues options, BackboneContext context);
}
