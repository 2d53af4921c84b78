package studio.mofang.server;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in our users' language what picocli says in English of a command line.
final class BadFlag {
    private BadFlag() {}

    static String sentence(ParameterException e) {
        var said = switch (e) {
            case UnmatchedArgumentException unknown -> "不认识的参数：" + String.join(" ", unknown.getUnmatched());
            case MissingParameterException missing ->
                missing.getMissing().stream().map(BadFlag::name).collect(Collectors.joining("、")) + " 后面缺少值";
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " 只能给出一次";
            default -> e.getArgSpec() == null ? e.getMessage() : invalid(e);
        };
        return said + "（--help 列出所有参数）";
    }

    private static String invalid(ParameterException e) {
        return name(e.getArgSpec()) + " 的值无效" + (e.getValue() == null ? "" : "：" + e.getValue());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
