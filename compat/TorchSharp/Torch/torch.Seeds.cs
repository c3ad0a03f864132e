namespace TorchSharp;

/// <content>The default generators: seeds and state.</content>
public static partial class torch
{
    /// <summary>Seeds the default generators of all devices.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeError.Check(NativeMethods.mpuc_manual_seed(unchecked((ulong)seed)));
        return Generator.Default;
    }

    public static long seed() => WithDefault(generator => generator.seed());

    public static long initial_seed() => WithDefault(generator => generator.initial_seed());

    /// <summary>The state of the CPU's default generator, as bytes.</summary>
    public static Tensor get_rng_state() => WithDefault(generator => generator.get_state());

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    private static T WithDefault<T>(Func<Generator, T> use)
    {
        using var generator = Generator.Default;
        return use(generator);
    }

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
