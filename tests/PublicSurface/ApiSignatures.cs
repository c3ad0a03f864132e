using System.Globalization;
using System.Reflection;

namespace Mpuc.PublicSurface;

/// <summary>
/// Writes every public and protected member of an assembly on a line of its own, in the format of the committed reference lists.
/// </summary>
internal static class ApiSignatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Declared).Select(Member).Prepend(Header(type)).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var hasBase = !type.IsValueType && type.BaseType is { } parent && parent != typeof(object);
        return $"{TypeName.Of(type)} // {kind}{(hasBase ? $" : {TypeName.Of(type.BaseType!)}" : "")}";
    }

    private static string? Member(MemberInfo member)
    {
        var owner = TypeName.Of(member.DeclaringType!);
        return member switch
        {
            MethodInfo method when IsVisible(method)
                && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
                $"{owner}.{method.Name}{GenericArguments(method)}({Parameters(method.GetParameters())}) -> "
                + $"{(method.IsStatic ? "static " : "")}{(method.IsFamily ? "protected " : "")}{TypeName.Of(method.ReturnType)}",
            ConstructorInfo constructor when constructor.IsPublic || constructor.IsFamily =>
                $"{owner}..ctor({Parameters(constructor.GetParameters())}){(constructor.IsFamily ? " // protected" : "")}",
            PropertyInfo property when (property.GetMethod ?? property.SetMethod) is { } accessor
                && (accessor.IsPublic || accessor.IsFamily) =>
                $"{owner}.{PropertyName(property)} {{ {(property.GetMethod?.IsPublic == true ? "get; " : "")}"
                + $"{(property.SetMethod?.IsPublic == true ? "set; " : "")}}} -> "
                + $"{(accessor.IsStatic ? "static " : "")}{TypeName.Of(property.PropertyType)}",
            FieldInfo field when (field.IsPublic || field.IsFamily) && !field.IsSpecialName =>
                $"{owner}.{field.Name} -> {(field.IsStatic ? "static " : "")}{TypeName.Of(field.FieldType)}{EnumValue(field)}",
            EventInfo @event when @event.AddMethod is { } add && IsVisible(add) =>
                $"{owner}.{@event.Name} event -> {TypeName.Of(@event.EventHandlerType!)}",
            _ => null,
        };
    }

    private static bool IsVisible(MethodInfo method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string GenericArguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string PropertyName(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;

    private static string EnumValue(FieldInfo field) => field.DeclaringType!.IsEnum
        ? $" = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
        : "";

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var modifier = parameter.IsOut ? "out " : type.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var defaultValue = parameter.HasDefaultValue ? $" = {DefaultValue(parameter)}" : "";
        return $"{modifier}{TypeName.Of(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}{defaultValue}";
    }

    private static string DefaultValue(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
