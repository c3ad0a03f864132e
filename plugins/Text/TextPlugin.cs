using Autofac.Core;
using Mpuc;
using Mpuc.Plugins.Text;

[assembly: MpucPlugin(TextConstants.PluginId, typeof(TextPlugin))]

namespace Mpuc.Plugins.Text;

/// <summary>The text plugin: transcripts as sequences of word vectors, and the backbones that read them (paper, Sec. III-A, "Text").</summary>
public sealed class TextPlugin : IModalityPlugin
{
    /// <inheritdoc/>
    public IModule CreateModule() => new TextModule();
}
