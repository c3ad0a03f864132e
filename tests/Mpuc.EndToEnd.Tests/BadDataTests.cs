namespace Mpuc.EndToEnd.Tests;

/// <summary>Data that cannot be read end a run before it begins: one sentence with the place, and no run folder.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadDataTests : IDisposable
{
    private readonly TinySet _set = new();

    public void Dispose() => _set.Dispose();

    [Test]
    public void A_missing_data_folder_is_refused_with_its_path() =>
        Refusal.LeavesNothing(_set, _set.Train("--set", "data.kind=ravdess", "--set", "data.root=/nowhere/ravdess"), "/nowhere/ravdess");

    [Test]
    public void A_missing_manifest_is_refused_with_its_path() =>
        Refusal.LeavesNothing(_set, _set.Train("--set", "data.root=/nowhere/manifest.csv"), "/nowhere/manifest.csv");

    [TestCase("", TestName = "An_empty_manifest_is_refused")]
    [TestCase("id,group,mood,source.audio\n", TestName = "A_manifest_without_recordings_is_refused")]
    public void A_manifest(string content)
    {
        File.WriteAllText(_set.Manifest, content);
        Refusal.LeavesNothing(_set, _set.Train(), "manifest.csv");
    }

    [Test]
    public void A_recording_of_zero_bytes_is_refused_with_its_file() => RefuseAudio([], "ann-0.wav");

    [Test]
    public void A_recording_that_is_a_header_without_samples_is_refused_with_its_file() =>
        RefuseAudio(WaveFile.Tone(300, seconds: 0), "ann-0.wav");

    [Test]
    public void A_truncated_recording_is_refused_with_its_file() => RefuseAudio(WaveFile.Tone(300, seconds: 0.6)[..5000], "ann-0.wav");

    [Test]
    public void A_recording_with_samples_that_are_no_numbers_is_refused_with_its_file() => RefuseAudio(WaveFile.WithNaN(), "ann-0.wav");

    [Test]
    public void A_table_without_a_recordings_row_is_refused_with_the_key()
    {
        File.WriteAllLines(_set.Table, File.ReadAllLines(_set.Table).Where(line => !line.StartsWith("ben-2", StringComparison.Ordinal)));
        Refusal.LeavesNothing(_set, _set.Train(), "table.csv", "ben-2");
    }

    [Test]
    public void A_table_with_a_text_cell_is_refused_with_its_line_and_column()
    {
        File.WriteAllText(_set.Table, File.ReadAllText(_set.Table).Replace("ben-0,-0.99", "ben-0,happy", StringComparison.Ordinal));
        Refusal.LeavesNothing(_set, _set.Train(), "table.csv", "line 3", "'x'", "happy");
    }

    [Test]
    public void A_table_with_a_duplicate_key_is_refused_with_both_lines()
    {
        File.AppendAllText(_set.Table, "ann-0,1,1\n");
        Refusal.LeavesNothing(_set, _set.Train(), "table.csv", "'ann-0'", "line 26", "line 2,");
    }

    private void RefuseAudio(byte[] content, string file)
    {
        File.WriteAllBytes(_set[file], content);
        Refusal.LeavesNothing(_set, _set.Train(), file);
    }
}
