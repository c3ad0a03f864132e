using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Tests.Inference;

public class FeatureFileTests
{
    private static readonly Dictionary<string, string> Origin = new() { ["encoders"] = "trained" };

    private TemporaryFolder _folder = null!;
    private FeatureRows _features = null!;

    [SetUp]
    public void MakeFeatures()
    {
        _folder = new TemporaryFolder();
        using var table = new FeatureTable(["a, b", "c"], new Dictionary<string, torch.Tensor>
        {
            ["voice"] = torch.tensor(new float[] { 1, 2, 3, 4 }, [2, 2]),
            ["face"] = torch.tensor(new[] { 0.1f, -5, float.NaN, float.NaN }, [2, 2]),
        });
        _features = FeatureRows.Of(table, table.RecordingIds);
    }

    [TearDown]
    public void DisposeFeatures()
    {
        _features.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Safetensors_hold_every_modality_and_all_side_by_side_with_the_ids_in_the_metadata()
    {
        using var file = SafetensorsFile.Open(Write("f.safetensors"));
        using var fused = file.Read("features");
        using var face = file.Read("features.face");
        Assert.Multiple(() =>
        {
            Assert.That(file.Entries.Keys, Is.EquivalentTo(new[] { "features", "features.voice", "features.face" }));
            Assert.That(fused.shape, Is.EqualTo(new long[] { 2, 4 }));
            Assert.That(fused.data<float>().ToArray(), Is.EqualTo(new[] { 1, 2, 0.1f, -5, 3, 4, float.NaN, float.NaN }));
            Assert.That(face.data<float>().ToArray(), Is.EqualTo(new[] { 0.1f, -5, float.NaN, float.NaN }));
            Assert.That(JsonSerializer.Deserialize<string[]>(file.Metadata["recordings"]), Is.EqualTo(new[] { "a, b", "c" }));
            Assert.That(JsonSerializer.Deserialize<string[]>(file.Metadata["modalities"]), Is.EqualTo(new[] { "voice", "face" }));
            Assert.That(file.Metadata["encoders"], Is.EqualTo("trained"));
        });
    }

    [Test]
    public void Npy_follows_numpys_format_and_has_the_ids_beside_it()
    {
        var bytes = File.ReadAllBytes(Write("f.npy"));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var header = Encoding.ASCII.GetString(bytes, 10, length);
        var values = Enumerable.Range(0, 8)
            .Select(i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(10 + length + (4 * i))))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0 }));
            Assert.That((10 + length) % 64, Is.Zero, "the data are aligned");
            Assert.That(header, Does.StartWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }").And.EndsWith("\n"));
            Assert.That(bytes, Has.Length.EqualTo(10 + length + (8 * 4)));
            Assert.That(values, Is.EqualTo(new[] { 1, 2, 0.1f, -5, 3, 4, float.NaN, float.NaN }));
            Assert.That(File.ReadAllText(_folder.File("f.ids.txt")), Is.EqualTo("a, b\nc\n"));
        });
    }

    [Test]
    public void Csv_names_its_columns_and_leaves_the_cells_of_a_missing_modality_empty() =>
        Assert.That(
            File.ReadAllLines(Write("f.csv")), Is.EqualTo(new[] { "id,voice.0,voice.1,face.0,face.1", "\"a, b\",1,2,0.1,-5", "c,3,4,," }));

    [Test]
    public void Csv_of_windows_has_when_each_starts_and_ends_after_the_id()
    {
        using var windows = Windows();
        Assert.That(File.ReadAllLines(Write("w.csv", windows)), Is.EqualTo(new[]
        {
            "id,start,end,voice.0,voice.1,face.0,face.1", "\"a, b\",0,0.5,1,2,0.1,-5", "\"a, b\",0.25,0.75,5,6,7,8", "c,0,0.5,3,4,,",
        }));
    }

    [Test]
    public void Safetensors_of_windows_hold_their_starts_in_double_precision_and_an_id_a_row()
    {
        using var windows = Windows();
        using var file = SafetensorsFile.Open(Write("w.safetensors", windows));
        using var start = file.Read("start");
        using var face = file.Read("features.face");
        Assert.Multiple(() =>
        {
            Assert.That(start.dtype, Is.EqualTo(torch.ScalarType.Float64));
            Assert.That(start.data<double>().ToArray(), Is.EqualTo(new[] { 0, 0.25, 0 }));
            Assert.That(face.data<float>().ToArray(), Is.EqualTo(new[] { 0.1f, -5, 7, 8, float.NaN, float.NaN }));
            Assert.That(JsonSerializer.Deserialize<string[]>(file.Metadata["recordings"]), Is.EqualTo(new[] { "a, b", "a, b", "c" }));
            Assert.That(file.Metadata["window.seconds"], Is.EqualTo("0.5"));
        });
    }

    [Test]
    public void Npy_of_windows_has_ids_and_starts_beside_it()
    {
        using var windows = Windows();
        var features = File.ReadAllBytes(Write("w.npy", windows));
        var start = File.ReadAllBytes(_folder.File("w.start.npy"));
        Assert.Multiple(() =>
        {
            Assert.That(
                Encoding.ASCII.GetString(features, 10, 118), Does.StartWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }"));
            Assert.That(
                Encoding.ASCII.GetString(start, 10, 118),
                Does.StartWith("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }").And.EndsWith("\n"));
            Assert.That(
                start[128..].Chunk(8).Select(bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes)), Is.EqualTo(new[] { 0, 0.25, 0 }));
            Assert.That(File.ReadAllLines(_folder.File("w.ids.txt")), Is.EqualTo(new[] { "a, b", "a, b", "c" }));
        });
    }

    [Test]
    public void Npy_of_recordings_keeps_nothing_of_the_windows_that_were_there()
    {
        using var windows = Windows();
        Write("f.npy", windows);
        Write("f.npy");
        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(_folder.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "f.npy", "f.ids.txt" }));
            Assert.That(File.ReadAllLines(_folder.File("f.ids.txt")), Is.EqualTo(new[] { "a, b", "c" }));
        });
    }

    [Test]
    public void All_files_of_a_form_are_known_before_they_are_written()
    {
        using var windows = Windows();
        foreach (var name in new[] { "f.npy", "f.NPY", "f.csv", "f.safetensors" })
        {
            var known = FeatureFile.PathsOf(Write(name, windows));
            Assert.That(Directory.GetFiles(_folder.Path), Is.EquivalentTo(known));
            known.ToList().ForEach(File.Delete);
        }
    }

    [Test]
    public void Windows_of_a_recording_without_any_modality_are_left_out_with_their_starts()
    {
        using var rows = new FeatureRows(
            ["a", "b", "b", "c"], ["voice"], torch.tensor(new[] { 1, float.NaN, float.NaN, 2 }, [4, 1]), new WindowTimes([0, 0, 1, 3], 2));
        using var present = rows.Present();
        Assert.Multiple(() =>
        {
            Assert.That(present.Ids, Is.EqualTo(new[] { "a", "c" }));
            Assert.That(present.Windows!.Starts, Is.EqualTo(new[] { 0.0, 3 }));
            Assert.That(present.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 1, 2 }));
        });
    }

    [Test]
    public void An_unknown_form_a_folder_and_a_missing_folder_are_refused_before_any_work()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => FeatureFile.Check(_folder.File("f.txt")),
                Throws.TypeOf<MpucException>().With.Message.Contains(".safetensors, .npy, .csv"));
            Assert.That(
                () => FeatureFile.Check(_folder.File("none/f.csv")),
                Throws.TypeOf<MpucException>().With.Message.Contains("There is no folder"));
        });
        Directory.CreateDirectory(_folder.File("d.csv"));
        Assert.That(() => FeatureFile.Check(_folder.File("d.csv")), Throws.TypeOf<MpucException>().With.Message.Contains("is a folder"));
    }

    private static FeatureRows Windows() => new(
        ["a, b", "a, b", "c"],
        ["voice", "face"],
        torch.tensor(new[] { 1, 2, 0.1f, -5, 5, 6, 7, 8, 3, 4, float.NaN, float.NaN }, [3, 4]),
        new WindowTimes([0, 0.25, 0], 0.5));

    private string Write(string name, FeatureRows? features = null)
    {
        var path = FeatureFile.Check(_folder.File(name));
        FeatureFile.Write(path, features ?? _features, Origin);
        return path;
    }
}
