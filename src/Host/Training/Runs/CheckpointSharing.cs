using Mpuc.Host.Distributed;

namespace Mpuc.Host.Training;

/// <summary>Lets every process of a training continue from the checkpoint that process 0 has.</summary>
internal static class CheckpointSharing
{
    /// <summary>Loads a checkpoint into all processes' trainings.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="checkpoint">In process 0 the checkpoint, null for none; in others ignored.</param>
    /// <param name="identity">What the model is made of.</param>
    /// <param name="trainer">The training.</param>
    /// <exception cref="MpucException">The checkpoint does not fit the model.</exception>
    public static void Load(IProcessGroup group, Checkpoint? checkpoint, ModelIdentity identity, ContrastiveTrainer trainer)
    {
        checkpoint?.Check(identity);
        checkpoint?.LoadInto(trainer);
        if (group.Size == 1)
        {
            return;
        }

        var bytes = group.Share(group.Leads() ? (checkpoint is null ? [] : File.ReadAllBytes(checkpoint.Path)) : null);
        if (group.Leads() || bytes.Length == 0)
        {
            return;
        }

        var copy = Path.Combine(Path.GetTempPath(), $"mpuc-{Guid.NewGuid():N}.safetensors");
        try
        {
            File.WriteAllBytes(copy, bytes);
            using var shared = Checkpoint.Open(copy);
            shared.LoadInto(trainer);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
