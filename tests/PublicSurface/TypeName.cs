namespace Mpuc.PublicSurface;

/// <summary>Writes a type as C# does, with its namespace.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(short)] = "short",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(bool)] = "bool",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(char)] = "char",
    };

    public static string Of(Type type)
    {
        if (type.HasElementType)
        {
            var element = Of(type.GetElementType()!);
            return type.IsByRef
                ? $"ref {element}"
                : type.IsPointer
                ? $"{element}*"
                : $"{element}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value)}?";
        }

        return type.IsGenericType ? Generic(type) : Keywords.GetValueOrDefault(type) ?? Qualified(type);
    }

    private static string Generic(Type type)
    {
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            ? $"({arguments})"
            : $"{Qualified(type).Split('`')[0]}<{arguments}>";
    }

    private static string Qualified(Type type)
    {
        var prefix = type.IsNested ? Of(type.DeclaringType!) : type.Namespace;
        return string.IsNullOrEmpty(prefix) ? type.Name : $"{prefix}.{type.Name}";
    }
}
