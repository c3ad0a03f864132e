namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters and persistent buffers by dotted path: the tensors themselves, not copies. For each module its
            /// parameters, its buffers, then its children. A tensor shared by two modules appears under both names.
            /// </summary>
            /// <param name="destination">A dictionary to add to; a new one if null.</param>
            /// <param name="prefix">A path put before every name, without the dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>(StringComparer.Ordinal);
                string Path(string leaf) => string.IsNullOrEmpty(prefix) ? leaf : $"{prefix}.{leaf}";

                foreach (var (leaf, parameter) in _parametersByName)
                {
                    destination.TryAdd(Path(leaf), parameter);
                }

                foreach (var (leaf, (buffer, persistent)) in _buffersByName)
                {
                    if (persistent)
                    {
                        destination.TryAdd(Path(leaf), buffer);
                    }
                }

                foreach (var (leaf, child) in _childrenByName)
                {
                    child.state_dict(destination, Path(leaf));
                }

                return destination;
            }

            /// <summary>
            /// Copies the values of <paramref name="source"/> into this module's parameters and persistent buffers of the same
            /// names.
            /// </summary>
            /// <param name="source">Values by dotted path; converted to this module's element types and devices.</param>
            /// <param name="strict">Whether missing and unexpected names are an error, reported before anything is copied.</param>
            /// <param name="skip">Names to leave alone; they count neither as missing nor as unexpected.</param>
            /// <returns>The names that the module has and the source lacks, and those that the source has and the module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            /// <exception cref="ArgumentException">A shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var skipped = (skip ?? []).ToHashSet(StringComparer.Ordinal);
                var destination = state_dict();
                var missing = destination.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !destination.ContainsKey(key) && !skipped.Contains(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        $"The state does not fit the module '{GetName()}': missing [{string.Join(", ", missing)}], " +
                        $"unexpected [{string.Join(", ", unexpected)}].");
                }

                var shared = destination.Keys.Where(key => source.ContainsKey(key) && !skipped.Contains(key)).ToList();
                foreach (var key in shared)
                {
                    RequireSameShape(key, destination[key], source[key]);
                }

                using (no_grad())
                {
                    foreach (var key in shared)
                    {
                        destination[key].copy_(source[key]);
                    }
                }

                return (missing, unexpected);
            }

            private static void RequireSameShape(string key, Tensor ours, Tensor theirs)
            {
                if (!ours.shape.AsSpan().SequenceEqual(theirs.shape))
                {
                    throw new ArgumentException(
                        $"'{key}' has shape [{string.Join(", ", theirs.shape)}] in the state " +
                        $"and [{string.Join(", ", ours.shape)}] in the module.");
                }
            }
        }
    }
}
