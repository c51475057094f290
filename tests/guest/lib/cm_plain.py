def cm_plain():
    return "the function of the same name"
