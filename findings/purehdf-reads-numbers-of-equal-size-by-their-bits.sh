#!/usr/bin/env bash
# Package: PureHDF 2.2.0 (NuGet).
# Guess:   a dataset of int32 read as float[] is converted, as the HDF5 library does between all number types (or refused, as int32 as
#          double[] is).
# Happens: types of equal size are read by their bits without a word, types of another size throw.
# Seen:    int32 1 1000 as float: 1.4013e-45 1.4013e-42; float64 1 as long: 4607182418800017408; int16 -2 as ushort: 65534; int32 as
#          double: an exception
# Matters: features that one lab wrote as int32 and another as float32 load as zeros or as huge numbers; compare the file's type first.
. "$(dirname "$0")/lib/csharp.sh"
csharp PureHDF 2.2.0 <<'CS'
using PureHDF;

var path = Path.Combine(AppContext.BaseDirectory, "numbers.h5");
new H5File { ["int32"] = new[] { 1, 1000 }, ["float64"] = new[] { 1.0 }, ["int16"] = new short[] { -2 } }.Write(path);
using var file = H5File.OpenRead(path);
var floats = file.Dataset("int32").Read<float[]>();
var longs = file.Dataset("float64").Read<long[]>();
var unsigned = file.Dataset("int16").Read<ushort[]>();
var wider = "numbers";
try
{
    file.Dataset("int32").Read<double[]>();
}
catch (Exception problem)
{
    wider = problem.Message;
}

Show("int32 1 1000 as float", floats);
Show("float64 1 as long", longs);
Show("int16 -2 as ushort", unsigned);
Show("int32 as double", wider);
Expect(floats[0] < 1e-40 && longs[0] == 4607182418800017408, "numbers of equal size are converted or refused now");
Expect(unsigned[0] == 65534 && wider != "numbers", "int16 as ushort or int32 as double behave differently now");
CS
