namespace Mpuc.Host.Modalities;

/// <summary>What the active plugins offer together, and the way from a configured modality to a living one.</summary>
public interface IModalityCatalog
{
    /// <summary>All kinds of modality, by plugin order.</summary>
    IReadOnlyList<ModalityDescriptor> Modalities { get; }

    /// <summary>All backbones of all kinds.</summary>
    IReadOnlyList<BackboneDescriptor> Backbones { get; }

    /// <summary>Makes a modality.</summary>
    /// <param name="settings">The modality's settings.</param>
    /// <returns>The modality, valid as long as the catalog.</returns>
    /// <exception cref="MpucException">
    /// The kind or backbone is unknown, or the plugin failed; the message names the plugin and its version.
    /// </exception>
    Modality Create(ModalitySettings settings);
}
