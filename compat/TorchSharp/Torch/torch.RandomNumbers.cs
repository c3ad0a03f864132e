namespace TorchSharp;

/// <content>Single random numbers, and tensors of whole ones by a shape.</content>
public static partial class torch
{
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>A uniform draw from [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var number = rand(1, generator: generator);
        return number.item<float>();
    }

    /// <summary>A draw from the standard normal distribution.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var number = randn(1, generator: generator);
        return number.item<float>();
    }

    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var number = randint(low, high, (long[])[1], generator: generator);
        return number.item<long>();
    }
}
