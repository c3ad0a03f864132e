using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class CollectibleModuleTests
{
    [Test]
    public void The_load_context_of_a_module_can_be_unloaded()
    {
        var context = TrainInAContextOfItsOwn();

        for (var attempt = 0; context.IsAlive && attempt < 60; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(context.IsAlive, Is.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TrainInAContextOfItsOwn()
    {
        // This assembly once more, as a plugin's would be; what it references is shared.
        var context = new AssemblyLoadContext("plugin", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(CollectibleModuleTests).Assembly.Location);
        var type = copy.GetType(typeof(PluginModule).FullName!)!;
        Assert.That(type, Is.Not.EqualTo(typeof(PluginModule)));

        using (NewDisposeScope())
        using (var module = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(type)!)
        using (var optimizer = optim.SGD(module.named_parameters(), 0.1, momentum: 0.9))
        {
            module.register_forward_hook((_, _, output) => output);
            module.call(ones(2, 3)).sum().backward();
            optimizer.step();
            module.load_state_dict(module.state_dict());
            module.to(ScalarType.Float64);
        }

        context.Unload();
        return new WeakReference(context);
    }
}
