namespace Mpuc.Hdf5.Tests;

/// <summary>Files that h5py wrote; see tests/golden/make_mosei_golden.py.</summary>
internal static class Golden
{
    public static string Covarep => PathOf("set/acoustic/CMU_MOSEI_COVAREP.csd");

    public static string Words => PathOf("set/language/CMU_MOSEI_TimestampedWords.csd");

    public static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", "mosei", name);

    public static string Odd(string name) => PathOf($"odd/{name}.csd");
}
